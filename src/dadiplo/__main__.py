"""``python -m dadiplo`` is the command ``dadiplo``."""

from dadiplo.cli import main

main()
