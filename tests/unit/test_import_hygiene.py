"""The library loads without any screen: a static rule cannot see what other libraries load, a fresh process can."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module", ["petr_advisor.consultation", "petr_advisor.scenarios.evaluation", "petr_advisor.report.plain"]
)
def test_no_screen_is_loaded(module: str) -> None:
    code = f"import {module}, sys; print([m for m in ('textual', 'rich') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == "[]"
