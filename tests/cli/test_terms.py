"""`tqcheck terms`: what it prints, writes and returns."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WIRE = str(ROOT / "corpora" / "wire")


def test_without_a_command_it_shows_help_and_is_2(tqcheck):
    ran = tqcheck("terms")
    assert ran.status == 2 and ran.out == "" and "learn" in ran.err


def test_check_counts_a_good_glossary(tqcheck, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("source,target,forbidden\n群众,residents | people,the masses\n大桥,bridge,\n", "utf-8")
    ran = tqcheck("terms", "check", str(path))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"{path}: 2 terms, 3 renderings, 1 forbidden form, 0 problems\n"


def test_check_tells_every_problem_with_its_line_and_is_2(tqcheck, tmp_path):
    bad, good = tmp_path / "bad.tsv", tmp_path / "good.toml"
    bad.write_text("term\trenderings\n大桥\t\n群众\tresidents\n\tx\n", "utf-8")
    good.write_text("[[term]]\nsource = '大桥'\nrenderings = 'bridge'\n", "utf-8")
    ran = tqcheck("terms", "check", str(bad), str(tmp_path / "none.tbx"), str(good))
    assert ran.status == 2
    assert ran.err.splitlines() == [
        f"tqcheck: error: {bad}:2: no rendering for 大桥",
        f"tqcheck: error: {bad}:4: no term",
        f"tqcheck: error: {tmp_path / 'none.tbx'}: glossary: No such file or directory",
    ]
    assert ran.out.splitlines() == [
        f"{bad}: 1 term, 1 rendering, 0 forbidden forms, 2 problems",
        f"{good}: 1 term, 1 rendering, 0 forbidden forms, 0 problems",
    ]


def test_show_tells_what_the_glossaries_know(tqcheck, tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text(
        "term\trenderings\tforbidden\tkind\tsince\tnote\n新华社\tXinhua\tNCNA*\tagency\t1937\tours\n", "utf-8"
    )
    ran = tqcheck("terms", "show", "新华社", "--glossary", str(path))
    own, bundled = ran.out.split("\n\n")
    assert ran.status == 0
    assert own.splitlines() == [
        "新华社",
        "  renderings  Xinhua",
        "  forbidden   NCNA (beside the term)",
        "  kind        agency",
        "  dates       since 1937",
        "  note        ours",
        f"  origin      {path}:2",
    ]
    assert "Xinhua News Agency | Xinhua" in bundled and "New News Agency" in bundled
    assert "agencies.tsv:" in bundled and bundled.endswith("(bundled)\n")


def test_show_names_the_nearest_of_an_unknown_term_and_is_1(tqcheck):
    ran = tqcheck("terms", "show", "新化社")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("tqcheck: 新化社 is not known; nearest: 新华社")


def test_show_is_1_where_one_of_several_is_unknown(tqcheck):
    ran = tqcheck("terms", "show", "zzqqxx", "新华社")
    assert ran.status == 1 and ran.out.startswith("新华社\n") and ran.err == "tqcheck: zzqqxx is not known\n"


def test_show_with_a_bad_glossary_is_2(tqcheck, tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text("term\trenderings\n大桥\t\n", "utf-8")
    ran = tqcheck("terms", "show", "新华社", "--glossary", str(path))
    assert (ran.status, ran.out, ran.err) == (2, "", f"tqcheck: error: {path}:2: no rendering for 大桥\n")


@pytest.mark.parametrize("command", [("check", "t.tsv"), ("show", "新华社"), ("learn", WIRE)])
def test_an_unknown_language_is_2(tqcheck, command):
    ran = tqcheck("terms", *command, "--source-lang", "qq")
    assert ran.status == 2 and "qq" in ran.err and ran.err.count("\n") == 1


def test_learn_writes_a_glossary_that_check_accepts(tqcheck, tmp_path):
    out = tmp_path / "terms.toml"
    ran = tqcheck("terms", "learn", WIRE, "--rendering", "good", "--rendering", "alternate", "--out", str(out))
    assert (ran.status, ran.out) == (0, "")
    assert " terms proposed out of " in ran.err
    assert 'source = "高标准农田"\nrenderings = ["high-standard farmland"]\n' in out.read_text("utf-8")
    assert tqcheck("terms", "check", str(out)).status == 0
    article = f"{WIRE}/08-heilongjiang-harvest"
    assert tqcheck("check", article, "--glossary", str(out), "--fail-on", "never").status == 0


def test_learn_writes_to_standard_output_where_no_file_is_named(tqcheck):
    ran = tqcheck("terms", "learn", f"{WIRE}/06-diplomacy", "--rendering", "good", "--rendering", "alternate")
    assert ran.status == 0 and 'source = "叶知衡"\n' in ran.out


def test_learn_leaves_out_what_a_given_glossary_has(tqcheck, tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text("term\trenderings\n叶知衡\tYe Zhiheng | Ye\n", "utf-8")
    ran = tqcheck("terms", "learn", f"{WIRE}/06-diplomacy", "--rendering", "good", "--glossary", str(path))
    assert ran.status == 0 and "叶知衡" not in ran.out.replace("context", "")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((WIRE, "--out", "terms.tsv"), "name it .toml"),
        ((WIRE, "--rendering", "nobody"), "no article has a source with a rendering named nobody"),
        (("no-such-folder",), "no-such-folder"),
        ((WIRE, "--min-confidence", "2"), "min-confidence"),
    ],
)
def test_learn_with_nothing_to_learn_from_is_2_in_one_line(tqcheck, arguments, reason):
    ran = tqcheck("terms", "learn", *arguments)
    assert ran.status == 2 and reason in ran.err and ran.err.count("\n") == 1 and ran.out == ""


def test_learn_does_not_overwrite_what_it_reads(tqcheck, tmp_path):
    path = tmp_path / "t.toml"
    path.write_text("", "utf-8")
    ran = tqcheck("terms", "learn", WIRE, "--glossary", str(path), "--out", str(path))
    assert ran.status == 2 and "would overwrite an input" in ran.err


def test_a_glossary_of_any_format_with_a_bad_line_stops_check_before_it_begins(tqcheck, tmp_path):
    for name, text, line in (
        ("t.csv", "term,renderings\n大桥,\n", 2),
        ("t.toml", "[[term]]\nsource = '大桥'\n", 1),
        ("t.tbx", "<tbx>\n<text>", 2),
    ):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        ran = tqcheck("check", f"{WIRE}/06-diplomacy", "--glossary", str(path))
        assert (ran.status, ran.out) == (2, "") and ran.err.startswith(f"tqcheck: error: {path}:{line}: ")
        assert ran.err.count("\n") == 1


def test_a_deprecated_term_of_a_tbx_is_flagged(tqcheck, tmp_path):
    path = tmp_path / "t.tbx"
    path.write_text(
        '<martif><text><body><termEntry><langSet xml:lang="zh"><tig><term>智造园</term></tig></langSet>'
        '<langSet xml:lang="en"><tig><term>Intelligent Manufacturing Park</term></tig><tig><term>wisdom park</term>'
        '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>'
        "</body></text></martif>",
        "utf-8",
    )
    (tmp_path / "s.zh.txt").write_text("智造园开园。\n", "utf-8")
    for text, rules in (("The wisdom park opened.", ["TRM002"]), ("Two intelligent-manufacturing parks opened.", [])):
        (tmp_path / "t.en.txt").write_text(text + "\n", "utf-8")
        ran = tqcheck(
            "check", str(tmp_path / "t.en.txt"), "--source", str(tmp_path / "s.zh.txt"), "--glossary", str(path),
            "--select", "TRM", "--format", "jsonl",
        )  # fmt: skip
        assert [rule for rule in ("TRM001", "TRM002", "TRM003") if rule in ran.out] == rules
