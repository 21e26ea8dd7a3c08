#!/usr/bin/env python3
"""The review page in a real browser.

    review_test.py MUWAZI BROWSER [TEST…]     MUWAZI: the built program; BROWSER: chromium or firefox. Needs Debian's packages of
                                              both, chromium-driver and python3-selenium
"""
import pathlib
import sys
import unittest

from browsers import BROWSERS
from deciding_test import *
from keeping_test import *
from page import Page
from showing_test import *

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[2] not in BROWSERS:
        sys.exit(__doc__)
    Page.muwazi = str(pathlib.Path(sys.argv[1]).resolve())
    Page.driver = BROWSERS[sys.argv[2]]()
    try:
        unittest.main(argv=["review_test.py", *sys.argv[3:]])
    finally:
        Page.driver.quit()
