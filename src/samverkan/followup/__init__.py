"""Did we get there: what was counted against what was promised, as of a day (*uppföljning*)."""
