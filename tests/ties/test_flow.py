from __future__ import annotations

from samverkan.ties.flow import Flow


def test_a_path_that_stands_in_the_way_is_led_round() -> None:
    # The shortest path a-p-c-q-b takes both p and q; two paths exist only if it is given up: a-p-d-r-b, a-s-c-q-b.
    flow = Flow({"a": "ps", "c": "pqs", "d": "pr", "b": "qr"})

    assert flow.size("a", "b") == 2
    assert flow.cut("a", "b") == {"q", "r"}
    assert flow.cut("b", "a") == {"p", "s"}


def test_asking_leaves_no_trace() -> None:
    flow = Flow({"a": "pq", "b": "qr", "c": "rp"})

    assert [flow.size("a", "b") for _ in range(3)] == [2, 2, 2]
