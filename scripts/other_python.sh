#!/bin/sh
# Evaluate the scenarios where durable_rules does not load: Python 3.13 or newer, with the native engine alone.
# `install` sets that Python up, which mostly waits and goes beside other work; `evaluate` uses it.
set -eu
for candidate in python3.13 python3.14 /usr/bin/python3.13; do
    found=$(command -v "$candidate" 2>/dev/null || true)
    if [ -n "$found" ] && "$found" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 13))' 2>/dev/null; then
        if [ "$1" = install ]; then
            [ -x .venv-other/bin/python ] || "$found" -m venv .venv-other
            .venv-other/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt .
        else
            .venv-other/bin/petr-advisor --version
            .venv-other/bin/petr-advisor evaluate scenarios --engine all
        fi
        exit 0
    fi
done
[ "$1" = install ] || echo "Left out: no Python 3.13 or newer with venv was found, so the native engine was not run alone there."
