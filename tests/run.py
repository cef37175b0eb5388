"""Pass the tests: `python3 tests/run.py`. Makes its own virtual environment, installs what it needs, checks everything.

Steps: ruff, ruff format, mypy --strict, pytest (layering, stages, whole builds, pages in a real browser). Needs Python
3.11 or newer. Chromium and fonts come from Debian's packages where this may install them (as root); elsewhere it says
what to install, and the browser tests are skipped with that reason. Options are handed to pytest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DEBIAN = ("chromium", "fonts-noto-core", "fonts-dejavu-core")


def run(*command: str, quiet: bool = False) -> int:
    """Run a command in the project's folder; return its exit code."""
    print("$", " ".join(command), flush=True)
    return subprocess.run(
        command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL if quiet else None
    ).returncode


def install() -> None:
    """Make the virtual environment and install the package with its test tools; the browser where this may."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if run(*pip, "-c", "constraints.txt", "-e", ".[test]"):
        sys.exit("the packages could not be installed; see above")
    if shutil.which("chromium") or shutil.which("google-chrome"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        run("apt-get", "update", "-qq", quiet=True)
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN, quiet=True)
    else:
        print(f"For the browser tests, install: apt-get install {' '.join(DEBIAN)}", flush=True)


def main() -> int:
    """Install, check, test; return 0 where all passed."""
    install()
    steps = (
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-m", "pytest", "-n", "2", *sys.argv[1:]),
    )
    failed = [step[1] for step in steps if run(str(PYTHON), *step)]
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
