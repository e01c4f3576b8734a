"""Two folders change places in one step (*byte*), where the system can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

# <fcntl.h> and <linux/fs.h>: paths count from the working directory, and the two names are exchanged.
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_UNABLE: Final = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


def exchanged(one: Path, other: Path) -> bool:
    """Have two folders change places, or say that the system or its disk has no such step; raises ``OSError``.

    Python knows no call for it: ``os.rename`` replaces an empty folder only (renameat2(2), since Linux 3.15).
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(other))
