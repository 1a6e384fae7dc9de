"""`python -m tqcheck`."""

import sys

from tqcheck.cli.app import main

sys.exit(main())
