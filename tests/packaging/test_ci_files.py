"""The action, the template and the Dockerfile as they stand: their scripts run in scratch folders as hosts run them.

What a host alone can do is not run here: GitHub's own actions (Python, the upload of artifacts) are looked at, the
installation of packages is told to a stand-in that notes it, and no image is built.
"""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from repositories import WHO, article, commit, git, put, repository

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
OF_HOSTS = ("GITHUB_", "GITLAB_", "CI_", "RUNNER_", "HUOZI_", "GIT_")

pytestmark = pytest.mark.skipif(os.name == "nt" or BASH is None, reason="a shell of another kind")

SCHEMAS = {
    "action.yml": "vendor.github-actions",
    "ci/github.yml": "vendor.github-workflows",
    "ci/gitlab.yml": "vendor.gitlab-ci",
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_is_what_its_host_reads(name: str) -> None:
    pytest.importorskip(
        "check_jsonschema", reason="check-jsonschema, which carries the hosts' schemas, is not installed"
    )
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], str(ROOT / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# ------------------------------------------------------------------ a machine with what is asked for, and stand-ins


PYTHON = f"""#!/bin/sh
# the interpreter of the tests: makes an "environment" whose huozi is the one that is tested, and notes what pip is told
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    printf '#!/bin/sh\\nPYTHONPATH="%s" exec "%s" -m huozi "$@"\\n' "$HUOZI_SOURCE" "{sys.executable}" >"$3/bin/huozi"
    chmod +x "$3/bin/huozi"
else
    echo "$@" >>"$NOTES/pip"
fi
"""

GH = """#!/bin/sh
# gh with comments of others, and one of ours where the file says so
echo "$@" >>"$NOTES/gh"
case "$*" in *--paginate*) cat "$NOTES/ids" 2>/dev/null || true ;; esac
"""

NOTED = """#!/bin/sh
echo "$(basename "$0") $*" >>"$NOTES/system"
"""


class Machine(NamedTuple):
    """A folder with stand-ins for what hosts bring along, and the notes that these make."""

    room: Path

    def variables(self, more: Mapping[str, str]) -> dict[str, str]:
        """The environment of a script: this process's without any host's or an interpreter's name, stand-ins first."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_HOSTS) and name != "PYTHON"}
        path = os.pathsep.join([str(self.room / "bin"), os.environ["PATH"]])
        own = {"PATH": path, "NOTES": str(self.room), "HUOZI_SOURCE": str(ROOT / "src"), "HOME": str(self.room)}
        return {**kept, **own, **more}

    def notes(self, name: str) -> list[str]:
        path = self.room / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    room = tmp_path / "机器 一"
    scripts = {"python": PYTHON, "gh": GH, "apt-get": NOTED, "useradd": NOTED}
    put(room / "bin", scripts)
    for name in scripts:
        (room / "bin" / name).chmod(0o755)
    return Machine(room)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with two issues on ``main``, and a branch that changes an article of one, with a warning in it."""
    top = repository(tmp_path_factory.mktemp("journal"), "one", "two")
    git(top, "update-ref", "refs/remotes/origin/main", "main")
    git(top, "checkout", "-qb", "change")
    put(top, {"issue/one/articles/jia.md": article("甲,乙。")})
    commit(top)
    return top


@pytest.fixture
def journal(made: Path, tmp_path: Path) -> Path:
    target = tmp_path / "刊 一"
    shutil.copytree(made, target, symlinks=True)
    return target


# ------------------------------------------------------------------ GitHub

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)


class Ran(NamedTuple):
    """What a run of the action has come to: did it fail, what was shown, the outputs, the actions it used."""

    failed: bool
    shown: str
    outputs: dict[str, str]
    used: dict[str, dict[str, str]]
    comment_left_out: bool


def value_of(text: str, context: Mapping[str, str]) -> str:
    """A text with its expressions filled in, each of which names one value."""
    return EXPRESSION.sub(lambda found: context.get(found[1].strip(), ""), str(text))


def holds(condition: str, context: Mapping[str, str], *, failed: bool) -> bool:
    """Whether a step's condition holds, where that is comparisons joined by ``&&``."""
    found = EXPRESSION.fullmatch(condition.strip())
    parts = [part.strip() for part in (found[1] if found else condition).split("&&")]
    if "!cancelled()" in parts:
        parts.remove("!cancelled()")
    elif failed:
        return False
    for part in parts:
        left, sign, right = re.fullmatch(r"([\w.-]+) (==|!=) ('[^']*'|[\w.]+)", part).groups()  # type: ignore[union-attr]
        other = right[1:-1] if right.startswith("'") else context.get(right, "")
        if (context.get(left, "") == other) is not (sign == "=="):
            return False
    return True


def act(machine: Machine, journal: Path, github: Mapping[str, str], **inputs: str) -> Ran:
    """Run the action as the runner does: step by step, by bash, its outputs read from files."""
    runner = machine.room / "runner"
    runner.mkdir(exist_ok=True)
    defaults = {name: value_of(row["default"], {"github.token": "令牌"}) for name, row in ACTION["inputs"].items()}
    context = {f"inputs.{name}": value for name, value in (defaults | inputs).items()}
    context |= {f"github.{name}": value for name, value in github.items()}
    context["github.action_path"] = str(ROOT)
    shown, used, failed, comment_left_out = "", {}, False, True
    event = runner / "event.json"
    event.write_text("{}", encoding="utf-8")
    for step in STEPS:
        if not holds(step.get("if", "!cancelled()" if not failed else "'' == 'x'"), context, failed=failed):
            continue
        if "uses" in step:
            used[step["uses"]] = {name: value_of(value, context) for name, value in step["with"].items()}
            continue
        comment_left_out &= step["name"] != "Comment"
        output = runner / "output"
        output.write_bytes(b"")
        env = {name: value_of(value, context) for name, value in step.get("env", {}).items()}
        env |= {
            "GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(event), "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(runner / "summary"), "RUNNER_TEMP": str(runner / "temp"),
            "GITHUB_REPOSITORY": github["repository"], "GITHUB_BASE_REF": github.get("base_ref", ""),
        }  # fmt: skip
        (runner / "temp").mkdir(exist_ok=True)
        script = runner / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=journal,
            env=machine.variables(env),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        shown += done.stdout + done.stderr
        failed |= bool(done.returncode) and not step.get("continue-on-error")
        if "id" in step:
            values = read_outputs(output.read_text(encoding="utf-8"))
            context |= {f"steps.{step['id']}.outputs.{name}": value for name, value in values.items()}
    outputs = {name: value_of(row["value"], context) for name, row in ACTION["outputs"].items()}
    return Ran(failed, shown, outputs, used, comment_left_out)


def read_outputs(text: str) -> dict[str, str]:
    """The outputs of a step as the runner reads them."""
    found = dict(re.findall(r"^([\w-]+)=(.*)$", text, re.MULTILINE))
    return found | {name: value for name, _, value in re.findall(r"^([\w-]+)<<(\S+)\n(.*?)\n\2$", text, re.M | re.S)}


PULL = {
    "repository": "刊/刊",
    "event_name": "pull_request",
    "base_ref": "main",
    "event.pull_request.number": "7",
    "event.pull_request.head.repo.full_name": "刊/刊",
}


def test_no_script_of_the_action_has_an_expression_in_it() -> None:
    assert not [step["name"] for step in STEPS if "${{" in step.get("run", "")]
    assert {step.get("shell") for step in STEPS if "run" in step} == {"bash"}


def test_every_input_is_used_and_every_output_is_one_that_the_command_gives() -> None:
    used = json.dumps(STEPS)
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in used] == []


def test_the_action_makes_what_a_pull_request_touches(machine: Machine, journal: Path) -> None:
    ran = act(machine, journal, PULL)
    assert not ran.failed, ran.shown
    assert "::warning file=issue/one/articles/jia.md,line=5,col=2" in ran.shown
    outputs = {name: ran.outputs[name] for name in ("touched", "issues", "errors", "new-warnings", "folder")}
    assert outputs == {
        "touched": "true", "issues": '["issue/one"]', "errors": "0", "new-warnings": "1", "folder": "build/ci"
    }  # fmt: skip
    assert all(value for value in ran.outputs.values())
    assert (journal / "build/ci/one/print.pdf").read_bytes().startswith(b"%PDF-")
    assert ran.used == {
        "actions/setup-python@v6": {"python-version": "3.13"},
        "actions/upload-artifact@v7": {"name": "huozi", "path": "build/ci"},
    }
    assert "### 活字 · issue/one" in (machine.room / "runner/summary").read_text(encoding="utf-8")


def test_what_is_installed_is_locked_and_the_action_s_own_checkout(machine: Machine, journal: Path) -> None:
    act(machine, journal, PULL)
    *locks, own = machine.notes("pip")
    assert own == f"-m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --no-index {ROOT}"
    options = "-m pip --disable-pip-version-check --quiet install --no-deps --only-binary :all: --require-hashes -r"
    assert locks[:2] == [f"{options} {ROOT}/locks/runtime.txt", f"{options} {ROOT}/locks/build.txt"]
    assert {Path(line).stem for line in locks[2:]} == {"proof", "figures"}, "what proofs and drawings take"
    assert all(line.startswith(options) for line in locks)


@pytest.mark.parametrize("ids", ["", "41\n42\n"])
def test_the_comment_is_written_once_and_then_over(machine: Machine, journal: Path, ids: str) -> None:
    (machine.room / "ids").write_text(ids, encoding="utf-8")
    assert not act(machine, journal, PULL).comment_left_out
    last = machine.notes("gh")[-1]
    place = "PATCH repos/刊/刊/issues/comments/41" if ids else "POST repos/刊/刊/issues/7/comments"
    assert last == f"api --silent --method {place} --field body=@build/ci/comment.md"
    assert (journal / "build/ci/comment.md").read_text(encoding="utf-8").startswith("<!-- huozi ci -->\n")


@pytest.mark.parametrize(
    "github",
    [
        {**PULL, "event.pull_request.head.repo.full_name": "别人/刊"},
        {"repository": "刊/刊", "event_name": "push"},
    ],
)
def test_a_fork_and_a_push_get_no_comment(machine: Machine, journal: Path, github: dict[str, str]) -> None:
    ran = act(machine, journal, github)
    assert not ran.failed and ran.comment_left_out and machine.notes("gh") == []


def test_a_token_that_may_not_write_fails_nothing(machine: Machine, journal: Path) -> None:
    put(machine.room / "bin", {"gh": "#!/bin/sh\nexit 1\n"})
    ran = act(machine, journal, PULL)
    assert not ran.failed and not ran.comment_left_out


def test_a_failing_run_uploads_what_there_is_and_comments(machine: Machine, journal: Path) -> None:
    ran = act(machine, journal, PULL, **{"fail-on": "warning"})
    assert ran.failed and "actions/upload-artifact@v7" in ran.used and not ran.comment_left_out


def test_a_change_that_touches_nothing_uploads_nothing(machine: Machine, journal: Path) -> None:
    ran = act(machine, journal, PULL, since="HEAD")
    assert not ran.failed and ran.outputs["touched"] == "false"
    assert list(ran.used) == ["actions/setup-python@v6"] and ran.comment_left_out


def test_inputs_are_words_and_no_script(machine: Machine, journal: Path) -> None:
    mark = machine.room / "ran"
    evil = f'$(touch "{mark}")`touch "{mark}"`; touch "{mark}" #'
    for name in ("since", "path", "skip", "fail-on", "output", "language"):
        ran = act(machine, journal, PULL, **{name: evil})
        assert ran.failed or name == "output", name
    assert not mark.exists()


def test_all_inputs_reach_the_command(machine: Machine, journal: Path) -> None:
    inputs = {
        "path": "issue/two\nissue/one\n",
        "all": "true",
        "skip": "print diff",
        "language": "en",
        "output": "out x",
    }
    ran = act(machine, journal, PULL, **inputs, artifact="", **{"python-version": ""})
    assert not ran.failed and ran.used == {}
    assert "== issue/one ==" in ran.shown and "== issue/two ==" in ran.shown and "1 warnings" in ran.shown
    assert sorted(path.name for path in (journal / "out x").iterdir() if path.is_file())[0] == "comment.md"
    assert not list((journal / "out x").rglob("print.pdf"))


def test_the_workflow_of_ten_lines_fetches_all_of_the_history() -> None:
    text = (ROOT / "ci/github.yml").read_text(encoding="utf-8")
    assert len([line for line in text.splitlines() if not line.startswith("#")]) == 10
    workflow = yaml.safe_load(text)
    checkout, huozi = workflow["jobs"]["huozi"]["steps"]
    assert checkout["with"] == {"fetch-depth": 0} and "/huozi@" in huozi["uses"]
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}


def test_the_handbook_shows_that_workflow() -> None:
    lines = (ROOT / "ci/github.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    workflow = "".join(line for line in lines if not line.startswith("#"))
    assert f"```yaml\n{workflow}```" in (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def test_the_handbook_names_every_input_and_output_of_the_action() -> None:
    told = (ROOT / "docs/ci.md").read_text(encoding="utf-8").partition("## GitHub")[2].partition("## GitLab")[0]
    assert [name for name in (*ACTION["inputs"], *ACTION["outputs"]) if f"`{name}`" not in told] == []


# ------------------------------------------------------------------ GitLab

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that Huozi can be had from: as much of it as sets it up."""
    top = tmp_path_factory.mktemp("huozi")
    for folder in ("ci", "locks"):
        shutil.copytree(ROOT / folder, top / folder)
    git(top, "init", "-q", "-b", "main")
    commit(top)
    return top


def job(
    machine: Machine, journal: Path, source: Path, before: str = ":", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the job's scripts as GitLab does: all lines in one shell that ends at the first failure."""
    template = TEMPLATE["huozi"]
    lines = ["set -eo pipefail", before, *template["before_script"], *template["script"]]
    told = {
        **TEMPLATE["variables"], **template["variables"], "GITLAB_CI": "true", "CI_PROJECT_DIR": str(journal),
        "HUOZI_REPOSITORY": source.as_uri(), "CI_COMMIT_BEFORE_SHA": "0" * 40,
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(journal, "rev-parse", "main"), **variables,
    }  # fmt: skip
    env = machine.variables({name: str(value) for name, value in told.items()} | WHO)
    env = {name: value for name, value in env.items() if not name.startswith("GIT_CONFIG")}
    path = env["PATH"].split(os.pathsep)
    env["PATH"] = os.pathsep.join(each for each in path if not (Path(each) / "huozi").exists())
    return subprocess.run(
        [str(BASH)], input="\n".join(lines), cwd=journal, env=env, capture_output=True, text=True, check=False
    )


def test_the_job_of_gitlab_sets_huozi_up_and_makes_its_reports(machine: Machine, journal: Path, source: Path) -> None:
    done = job(machine, journal, source)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "== issue/one ==" in done.stdout and "::" not in done.stdout
    artifacts = TEMPLATE["huozi"]["artifacts"]
    assert all((journal / path).exists() for path in (*artifacts["paths"], *artifacts["reports"].values()))
    (row,) = json.loads((journal / artifacts["reports"]["codequality"]).read_text(encoding="utf-8"))[:1]
    assert row["location"]["path"].startswith("issue/one/")
    assert "--require-hashes" in machine.notes("pip")[0]


def test_the_job_fails_where_it_is_to_and_takes_further_options(machine: Machine, journal: Path, source: Path) -> None:
    done = job(machine, journal, source, HUOZI_FAIL_ON="warning", HUOZI_OPTIONS="--all --skip diff")
    assert done.returncode == 1 and "== issue/two ==" in done.stdout
    assert not (journal / "build/ci/one/diff.html").exists()


def test_an_image_with_huozi_in_it_needs_no_source(machine: Machine, journal: Path, source: Path) -> None:
    room = machine.room / "image"
    python = machine.room / "bin" / "python"
    subprocess.run([python, "-m", "venv", room], env=machine.variables({}), check=True)
    done = job(machine, journal, source, f'huozi() {{ "{room}/bin/huozi" "$@"; }}', HUOZI_REPOSITORY="")
    assert done.returncode == 0, done.stderr
    assert machine.notes("pip") == []


def test_the_job_has_all_of_the_history_and_runs_once_for_a_change() -> None:
    assert TEMPLATE["huozi"]["variables"]["GIT_DEPTH"] == "0"
    assert TEMPLATE["huozi"]["rules"][1] == {"if": "$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS", "when": "never"}


# ------------------------------------------------------------------ the image


class Instruction(NamedTuple):
    """A line of a Dockerfile: what is to be done, and with what."""

    name: str
    rest: str


def instructions() -> list[Instruction]:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    return [Instruction(*line.split(None, 1)) for line in lines if line.strip()]


IMAGE = instructions()


def rest_of(name: str) -> list[str]:
    return [each.rest for each in IMAGE if each.name == name]


def test_the_image_has_one_base_of_one_patch_version_and_is_nobody_s_root() -> None:
    bases = {rest.split()[0] for rest in rest_of("FROM")}
    assert len(bases) == 1 and re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", bases.pop())
    assert rest_of("USER") == ["10001"]
    last = [each.name for each in IMAGE][-5:]
    assert last == ["ENV", "USER", "WORKDIR", "ENTRYPOINT", "CMD"]  # nothing is done behind these
    assert json.loads(rest_of("ENTRYPOINT")[0]) == ["huozi"]


def sent_to_docker(folder: Path) -> Path:
    """The checkout as ``.dockerignore`` lets it through: the last pattern that a path matches decides."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    listed = git(ROOT, "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard")
    for path in listed.splitlines():
        above = [path, *(str(each) for each in Path(path).parents)]
        kept = True
        for pattern in patterns:
            plain = pattern.removeprefix("!").removeprefix("**/")
            tried = [Path(each).name for each in above] if "**/" in pattern else above
            if plain == "*" or any(fnmatch.fnmatchcase(each, plain) for each in tried):
                kept = pattern.startswith("!")
        if kept:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, folder / path)
    return folder


def test_the_image_is_made_of_what_makes_the_wheel_and_no_more(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling (locks/build.txt) is not installed")
    if not (ROOT / ".git").exists():
        pytest.skip("no repository: its files are not known")
    context = sent_to_docker(tmp_path / "context")
    assert {path.name for path in context.iterdir()} == {
        "src", "layout", "fonts", "issue", "locks", "tools", "ci", "pyproject.toml", "README.md", "LICENSE"
    }  # fmt: skip
    assert [path.name for path in (context / "tools").iterdir()] == ["keep_stylesheets.py"]
    program = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], cwd=context, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_lines_of_the_image_run_and_its_command_reads_a_repository_of_another_owner(
    machine: Machine, journal: Path, tmp_path: Path
) -> None:
    places = {"/src": ROOT, "/opt/huozi": tmp_path / "opt", "/repo": journal, "/var/lib/apt": tmp_path / "apt"}

    def placed(text: str) -> str:
        for inside, outside in places.items():
            text = text.replace(inside, shlex.quote(str(outside)))
        return text

    settings = machine.room / ".gitconfig"  # the system's in the image; here that of the machine's user
    env = machine.variables({"GIT_CONFIG_SYSTEM": str(settings)})
    for line in rest_of("RUN"):
        subprocess.run(["sh", "-ec", placed(line)], env=env, check=True, capture_output=True)
    assert machine.notes("system") == [
        "apt-get update",
        "apt-get install --yes --no-install-recommends git",
        "useradd --no-create-home --uid 10001 huozi",
    ]
    (entry,) = json.loads(rest_of("ENTRYPOINT")[0])
    words = dict(word.split("=", 1) for word in shlex.split(rest_of("ENV")[0]))
    own = {name: value for name, value in words.items() if name not in ("PATH", "HOME")}
    path = words["PATH"].replace("/opt/huozi", str(places["/opt/huozi"])).replace("$PATH", os.environ["PATH"])
    if os.getuid() == 0:
        for each in (journal, *journal.rglob("*")):
            os.chown(each, 12345, 12345, follow_symlinks=False)
    command = [entry, "ci", "--since", "main", "--output", str(tmp_path / "out")]

    def run_as(home: Path) -> subprocess.CompletedProcess[str]:
        env = machine.variables(own | {"PATH": path, "HOME": str(home)})
        return subprocess.run(command, cwd=journal, env=env, capture_output=True, text=True, check=False)

    if os.getuid() == 0:
        assert "no-repository" in run_as(tmp_path).stderr  # without the setting git reads no one else's
    done = run_as(machine.room)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ci-no-repository" not in done.stdout and (tmp_path / "out/one/print.pdf").exists()
    assert not (journal / "build").exists()  # it may be read alone
