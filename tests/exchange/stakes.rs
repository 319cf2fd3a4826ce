//! What a person must see before anything else: a file that replaces, appoints, decides or answers in twenty ways.

use crate::help::{Person, change, header, text};
use hepai::exchange::preview::{Signature, Signer, Stake, Weight};
use hepai::exchange::{self, FileContent, Part, Preview, Scope, slip, write, write_part};
use hepai::model::change::Content;
use hepai::model::log::{Stamp, Write};
use hepai::model::{Change, FieldKey, Log, RecordId, Replica, Value};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

const LEAD: &str = "member/m1";
const LI: &str = "member/m2";
const ZHAO: &str = "member/m3";

type Edit<'a> = (&'a str, &'a str, Value);

/// The lead's project: all of it is the lead's own latest word, but for what the two representatives wrote.
fn project() -> Person {
    let mut lead = Person::new(LEAD, Log::new(&SCHEMA, 1));
    lead.act(&[("charter", "goal_statement", text("三个月内上市"))]);
    lead.act(&[
        ("charter", "background", text("去年缺一款")),
        ("charter", "status", text("final")),
        ("settings", "status", text("running")),
        ("settings", "skip_rest_days", Value::Bool(true)),
    ]);
    for (member, name, role, department) in [
        (LEAD, "王经理", "lead", "department/market"),
        (LI, "李主管", "rep", "department/rd"),
        (ZHAO, "赵主管", "rep", "department/sales"),
    ] {
        lead.act(&[
            (member, "person", text(name)),
            (member, "project_role", text(role)),
            (member, "department", text(department)),
        ]);
    }
    for department in ["department/market", "department/rd", "department/sales"] {
        lead.act(&[(department, "department", text(&department[11..]))]);
    }
    for number in 1..=14 {
        let task = format!("task/t{number:02}");
        lead.act(&[
            (&task, "title", text(&format!("任务 {number}"))),
            (&task, "order", text(&format!("V{number:02}"))),
            (&task, "owner", text(LI)),
            (&task, "baseline_end", text("2026-03-05")),
            (&task, "status", text("doing")),
        ]);
    }
    lead.act(&[
        ("task/t14", "deleted", Value::Bool(true)),
        ("confirmation/market", "answer", text("confirmed")),
        ("milestone/x", "name", text("定型")),
        ("milestone/x", "gate_decision", text("hold")),
        ("dependency/d", "parent", text("task/t01")),
        ("dependency/d", "predecessor", text("task/t02")),
    ]);
    let mut li = Person::new(LI, copy(&lead.log));
    li.act(&[
        ("confirmation/rd", "answer", text("objection")),
        ("confirmation/rd", "comment", text("排期太紧")),
        ("task/t05", "deliverable", text("样机")),
    ]);
    lead.take(&[&li.file()]);
    lead
}

fn copy(log: &Log) -> Log {
    Log::of(&SCHEMA, 1, log.in_force().cloned())
}

/// Acts of a page of its own, signed as `author` and knowing everything in `log`.
fn acts(log: &mut Log, page: &str, author: &str, edits: &[Edit<'_>]) -> Vec<Change> {
    let replica: Replica = page.parse().expect("a replica");
    let writes = edits.iter().map(|(record, key, value)| {
        let (record, key) = (RecordId::of(record), FieldKey::of(key));
        let seen = log.seen_whole(&record, &key, value);
        Write {
            record,
            key,
            value: value.clone(),
            seen,
        }
    });
    let seq = log
        .in_force()
        .filter(|change| change.id.replica == replica)
        .count() as u64;
    let stamp = Stamp {
        replica,
        seq: seq + 1,
        lamport: log.next_lamport(),
        time: 1_772_692_300_000,
        author: (!author.is_empty()).then(|| author.into()),
        on_behalf_of: None,
        note: None,
    };
    let changes = log.draft(writes.collect(), &stamp);
    log.load("own", changes.clone());
    changes
}

fn file(log: &Log, by: &str) -> String {
    write(log, &header(by, Scope::Whole))
}

fn look(lead: &Person, files: &[String]) -> Preview {
    lead.look(&files.iter().map(String::as_str).collect::<Vec<_>>())
}

fn stakes(lead: &Person, preview: &Preview) -> Vec<Stake> {
    preview.stakes(
        Some(&lead.log),
        &preview.after,
        Some(LEAD),
        &BTreeSet::new(),
    )
}

/// What a reader sees in the first lines.
fn told(stakes: &[Stake]) -> Vec<String> {
    let line = |stake: &Stake| {
        let mark = match (stake.replaces, stake.is_yours) {
            (true, true) => "!",
            (true, false) => "+",
            (false, _) => "-",
        };
        let by = match &stake.by {
            Signer::Author(author) => author.as_str(),
            Signer::Unknown(_) => "?",
            Signer::Outside => "hand",
        };
        format!(
            "{mark} {} {}.{} {by} {:?} {:?}",
            stake.weight.key(),
            stake.record,
            stake.key,
            stake.signature,
            stake.files
        )
    };
    stakes.iter().map(line).collect()
}

fn has(lines: &[String], line: &str) {
    assert!(lines.iter().any(|one| one == line), "{line} in {lines:#?}");
}

/// One way to attack: its name, whose signature, what is written, and the lines that must come first.
struct Variant {
    name: &'static str,
    signed: &'static str,
    edits: Vec<Edit<'static>>,
    first: Vec<&'static str>,
}

fn variant(
    name: &'static str,
    signed: &'static str,
    edits: Vec<Edit<'static>>,
    first: &[&'static str],
) -> Variant {
    Variant {
        name,
        signed,
        edits,
        first: first.to_vec(),
    }
}

fn variants() -> Vec<Variant> {
    let yes = || Value::Bool(true);
    vec![
        variant(
            "the goal",
            ZHAO,
            vec![("charter", "goal_statement", text("不上市了"))],
            &["! content charter.goal_statement member/m3 Sender [0]"],
        ),
        variant(
            "a task deleted",
            ZHAO,
            vec![("task/t03", "deleted", yes())],
            &["! deleted task/t03.deleted member/m3 Sender [0]"],
        ),
        variant(
            "the project closed, in the reader's name",
            LEAD,
            vec![("settings", "status", text("closed"))],
            &["! state settings.status member/m1 You [0]"],
        ),
        variant(
            "a task set done",
            ZHAO,
            vec![("task/t02", "status", text("done"))],
            &["! state task/t02.status member/m3 Sender [0]"],
        ),
        variant(
            "the charter reopened",
            ZHAO,
            vec![("charter", "status", text("draft"))],
            &["! state charter.status member/m3 Sender [0]"],
        ),
        variant(
            "a setting",
            ZHAO,
            vec![("settings", "skip_rest_days", Value::Bool(false))],
            &["! setting settings.skip_rest_days member/m3 Sender [0]"],
        ),
        variant(
            "a new day of the calendar",
            ZHAO,
            vec![
                ("calendar_day/x", "date", text("2026-03-09")),
                ("calendar_day/x", "working", Value::Bool(false)),
            ],
            &["- setting calendar_day/x.date member/m3 Sender [0]"],
        ),
        variant(
            "the lead replaced",
            ZHAO,
            vec![
                (LEAD, "project_role", text("viewer")),
                (ZHAO, "project_role", text("lead")),
            ],
            &[
                "! role member/m1.project_role member/m3 Sender [0]",
                "! role member/m3.project_role member/m3 Sender [0]",
            ],
        ),
        variant(
            "an owner replaced",
            ZHAO,
            vec![("task/t07", "owner", text(ZHAO))],
            &["! role task/t07.owner member/m3 Sender [0]"],
        ),
        variant(
            "somebody said to be the lead",
            ZHAO,
            vec![(ZHAO, "same_as", text(LEAD))],
            &["- role member/m3.same_as member/m3 Sender [0]"],
        ),
        variant(
            "another's objection turned into a yes",
            ZHAO,
            vec![("confirmation/rd", "answer", text("confirmed"))],
            &["+ word confirmation/rd.answer member/m3 Sender [0]"],
        ),
        variant(
            "another's objection turned in their own name",
            LI,
            vec![("confirmation/rd", "answer", text("confirmed"))],
            &["+ word confirmation/rd.answer member/m2 Another [0]"],
        ),
        variant(
            "a confirmation for a department that gave none",
            ZHAO,
            vec![("confirmation/rd", "answer", Value::Null)],
            &["+ word confirmation/rd.answer member/m3 Sender [0]"],
        ),
        variant(
            "dates accepted for somebody",
            ZHAO,
            vec![("task/t04", "accepted", text("accepted"))],
            &["- word task/t04.accepted member/m3 Sender [0]"],
        ),
        variant(
            "a gate passed",
            ZHAO,
            vec![("milestone/x", "gate_decision", text("go"))],
            &["! decision milestone/x.gate_decision member/m3 Sender [0]"],
        ),
        variant(
            "the original plan",
            LEAD,
            vec![("task/t06", "baseline_end", text("2026-09-30"))],
            &["! original task/t06.baseline_end member/m1 You [0]"],
        ),
        variant(
            "a row under another task",
            ZHAO,
            vec![("dependency/d", "parent", text("task/t09"))],
            &["! place dependency/d.parent member/m3 Sender [0]"],
        ),
        variant(
            "the order of the plan",
            ZHAO,
            vec![("task/t01", "order", text("z"))],
            &["! place task/t01.order member/m3 Sender [0]"],
        ),
        variant(
            "back from the recycle bin",
            ZHAO,
            vec![("task/t14", "deleted", Value::Null)],
            &["! restored task/t14.deleted member/m3 Sender [0]"],
        ),
        variant(
            "what another wrote",
            ZHAO,
            vec![("task/t05", "deliverable", text("什么都不交"))],
            &["+ content task/t05.deliverable member/m3 Sender [0]"],
        ),
        variant(
            "who wrote what nobody signed",
            ZHAO,
            vec![("identity/AAAAAAAAAA", "member", text(LI))],
            &["- role identity/AAAAAAAAAA.member member/m3 Sender [0]"],
        ),
        variant(
            "something new in the reader's name",
            LEAD,
            vec![("task/t99", "title", text("给赵主管加薪"))],
            &["- content task/t99.title member/m1 You [0]"],
        ),
        variant(
            "emptied",
            ZHAO,
            vec![("charter", "background", Value::Null)],
            &["! content charter.background member/m3 Sender [0]"],
        ),
    ]
}

/// Three hundred lines that harm nobody, with names that sort before everything.
fn innocents(log: &mut Log) {
    for number in 0..300 {
        let task = format!("task/0{number:03}");
        let long = "长".repeat(if number == 0 { 30_000 } else { 3 });
        acts(
            log,
            "NNNNNNNNNN",
            ZHAO,
            &[(&task, "title", text(&format!("AAA {long}")))],
        );
    }
}

#[test]
fn every_attack_stands_in_the_first_lines_whatever_is_around_it() {
    let lead = project();
    for one in variants() {
        let mut plain = copy(&lead.log);
        acts(&mut plain, "ZZZZZZZZZZ", one.signed, &one.edits);
        let mut hidden = copy(&lead.log);
        innocents(&mut hidden);
        acts(&mut hidden, "ZZZZZZZZZZ", one.signed, &one.edits);
        let mut honest = Person::new(LI, copy(&lead.log));
        honest.act(&[("task/t05", "deliverable", text("两台样机"))]);
        let attack = file(&plain, ZHAO);
        let files = [
            vec![attack.clone()],
            vec![file(&hidden, ZHAO)],
            vec![attack.clone(), file(&honest.log, LI)],
            vec![attack.clone(), attack],
        ];
        for (way, files) in files.iter().enumerate() {
            let preview = look(&lead, files);
            let lines = told(&stakes(&lead, &preview));
            let at = if way == 3 { "[0, 1]" } else { "[0]" };
            // With another's edit of the same place it differs and is only marked.
            let differs = way == 2 && one.name == "what another wrote";
            for line in one.first.iter().filter(|_| !differs) {
                has(&lines[..lines.len().min(6)], &line.replace("[0]", at));
            }
        }
    }
}

#[test]
fn the_attack_of_one_file_is_counted_and_named() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[
            ("charter", "goal_statement", text("不上市了")),
            ("task/t03", "deleted", Value::Bool(true)),
        ],
    );
    acts(
        &mut log,
        "YYYYYYYYYY",
        LEAD,
        &[
            ("settings", "status", text("closed")),
            ("task/t02", "status", text("done")),
        ],
    );
    let preview = look(&lead, &[file(&log, ZHAO)]);
    assert_eq!(preview.conflicts(), 0, "there is nothing to decide");
    let stakes = stakes(&lead, &preview);
    assert_eq!(
        told(&stakes),
        [
            "! deleted task/t03.deleted member/m3 Sender [0]",
            "! state settings.status member/m1 You [0]",
            "! state task/t02.status member/m1 You [0]",
            "! content charter.goal_statement member/m3 Sender [0]",
        ]
    );
    assert_eq!(stakes[3].from.as_text(), Some("三个月内上市"));
    assert_eq!(stakes[3].to.as_text(), Some("不上市了"));
    assert!(stakes[1].is_in_anothers_name() && stakes[1].binds);
    assert!(
        stakes
            .iter()
            .all(|stake| stake.whose == [Signer::Author(LEAD.to_owned())])
    );
}

#[test]
fn a_slip_an_update_and_a_hand_in_the_file_are_told_alike() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[("task/t03", "title", text("别的任务"))],
    );
    let line = "! content task/t03.title member/m3 Sender [0]";
    let part = slip(&log, &BTreeSet::from([RecordId::of("task/t03")]), &[]);
    let scope = Scope::Slip {
        slip: "task/t03".to_owned(),
        left: Vec::new(),
    };
    let slip = write_part(&part, &header(ZHAO, scope));
    assert_eq!(told(&stakes(&lead, &look(&lead, &[slip]))), [line]);
    let known = lead.log.in_force().map(|change| change.id).collect();
    let update = Part::update(&log, &known);
    let scope = Scope::Update("2026-03-04".to_owned());
    let update = write_part(&update, &header(ZHAO, scope));
    assert_eq!(told(&stakes(&lead, &look(&lead, &[update]))), [line]);
    let edited = file(&copy(&lead.log), ZHAO);
    let at = edited.rfind("三个月内上市").expect("the goal in current");
    let edited = format!("{}不上市了{}", &edited[..at], &edited[at + 18..]);
    assert_eq!(
        told(&stakes(&lead, &look(&lead, &[edited]))),
        ["! content charter.goal_statement hand Nobody [0]"]
    );
}

#[test]
fn thirteen_deletions_are_thirteen_and_the_ones_of_a_known_maker_too() {
    let lead = project();
    let mut log = copy(&lead.log);
    let tasks: Vec<String> = (1..=13)
        .map(|number| format!("task/t{number:02}"))
        .collect();
    let edits: Vec<Edit<'_>> = tasks
        .iter()
        .map(|task| (task.as_str(), "deleted", Value::Bool(true)))
        .collect();
    acts(&mut log, "ZZZZZZZZZZ", ZHAO, &edits);
    let lines = stakes(&lead, &look(&lead, &[file(&log, ZHAO)]));
    assert_eq!(lines.len(), 13);
    assert!(
        lines
            .iter()
            .all(|stake| stake.weight == Weight::Deleted && stake.replaces)
    );
}

#[test]
fn ordinary_replies_replace_nothing() {
    let mut lead = project();
    let mut zhao = Person::new(ZHAO, copy(&lead.log));
    zhao.act(&[
        ("task/t01", "deliverable", text("清单")),
        ("task/t30", "title", text("新的一项")),
        ("confirmation/sales", "answer", text("confirmed")),
    ]);
    let mut li = Person::new(LI, copy(&lead.log));
    // Goes on with their own, and answers for themselves.
    li.act(&[
        ("task/t05", "deliverable", text("两台样机")),
        ("task/t06", "accepted", text("accepted")),
    ]);
    // Two differ: both stay.
    lead.act(&[("task/t08", "title", text("我的"))]);
    li.act(&[("task/t08", "title", text("李的"))]);
    li.take(&[&zhao.file()]);
    let preview = look(&lead, &[li.file()]);
    assert_eq!(preview.after.opened.len(), 1);
    let stakes = stakes(&lead, &preview);
    assert!(
        stakes
            .iter()
            .all(|stake| !stake.replaces && !stake.is_anothers_word)
    );
    // What came by way of another's file is told with that.
    assert_eq!(
        told(&stakes),
        [
            "- word confirmation/sales.answer member/m3 Another [0]",
            "- word task/t06.accepted member/m2 Sender [0]",
        ]
    );
    assert_eq!(stakes[0].signature, Signature::Another);
}

#[test]
fn saying_that_ones_own_page_is_ones_own_is_nothing_to_look_at() {
    let mut lead = project();
    let unsigned = change(
        "DDDDDDDDDD-1",
        900,
        None,
        "task/t30",
        &[("title", text("新"), &[])],
    );
    let mut log = copy(&lead.log);
    log.load("own", [unsigned.clone()]);
    acts(
        &mut log,
        "DDDDDDDDDD",
        ZHAO,
        &[("identity/DDDDDDDDDD", "member", text(ZHAO))],
    );
    let file = file(&log, ZHAO);
    assert_eq!(
        told(&stakes(&lead, &look(&lead, std::slice::from_ref(&file)))),
        [""; 0]
    );
    // Of what is here already it is.
    lead.log.load("own", [unsigned]);
    assert_eq!(stakes(&lead, &look(&lead, &[file])).len(), 1);
}

#[test]
fn what_a_file_says_of_who_is_who_does_not_vouch_for_the_rest_of_it() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[
            (ZHAO, "same_as", text(LI)),
            (ZHAO, "department", text("department/rd")),
            ("confirmation/rd", "answer", text("confirmed")),
        ],
    );
    let stakes = stakes(&lead, &look(&lead, &[file(&log, ZHAO)]));
    let word = stakes.iter().find(|stake| stake.weight == Weight::Word);
    assert!(word.is_some_and(|stake| stake.is_anothers_word && stake.replaces));
}

#[test]
fn recorded_for_somebody_counts_with_its_basis_alone() {
    let lead = project();
    let recorded = |note: Option<&str>, for_whom: Option<&str>, author: Option<&str>| {
        let answer = change(
            "ZZZZZZZZZZ-1",
            900,
            author,
            "confirmation/sales",
            &[("answer", text("confirmed"), &[])],
        );
        let mut content = (*answer).clone();
        content.on_behalf_of = for_whom.map(Into::into);
        content.note = note.map(Into::into);
        let mut log = copy(&lead.log);
        log.load("own", [Change::new(content)]);
        let preview = look(&lead, &[file(&log, LI)]);
        stakes(&lead, &preview)[0].is_anothers_word
    };
    assert!(recorded(None, None, Some(LI)), "for another without a word");
    assert!(recorded(None, Some(ZHAO), Some(LI)), "without a basis");
    assert!(recorded(Some(" "), Some(ZHAO), Some(LI)), "an empty basis");
    assert!(
        recorded(Some("电话"), Some(LEAD), Some(LI)),
        "for the wrong one"
    );
    assert!(recorded(None, None, None), "signed by nobody");
    assert!(!recorded(Some("3 月 2 日电话"), Some(ZHAO), Some(LI)));
    assert!(!recorded(None, None, Some(ZHAO)));
}

#[test]
fn a_first_arrival_tells_who_answered_for_another() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        LEAD,
        &[("confirmation/sales", "answer", text("confirmed"))],
    );
    let content: FileContent = exchange::read(file(&log, LEAD).as_bytes(), None).expect("a file");
    let files = vec![("a.json".to_owned(), content)];
    let preview = exchange::preview(None, &SCHEMA, 1, files);
    let stakes = preview.stakes(None, &preview.after, None, &BTreeSet::new());
    assert_eq!(
        told(&stakes),
        ["- word confirmation/sales.answer member/m1 Sender [0]"]
    );
}

#[test]
fn a_file_that_is_not_taken_replaces_nothing() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[("charter", "goal_statement", text("不上市了"))],
    );
    let mut honest = Person::new(LI, copy(&lead.log));
    honest.act(&[("task/t01", "deliverable", text("清单"))]);
    let preview = look(&lead, &[file(&log, ZHAO), honest.file()]);
    let off = BTreeSet::from([0]);
    let after = preview.after_leaving(Some(&lead.log), 1, &preview.leaving(&off));
    let left = preview.stakes(Some(&lead.log), &after, Some(LEAD), &off);
    assert_eq!(told(&left), [""; 0]);
    assert_eq!(stakes(&lead, &preview).len(), 1);
}

/// A clock that is wrong is told, whether the file says so or only what it holds; a day's difference is not.
#[test]
fn a_file_from_the_future_is_told_by_its_clock() {
    let lead = project();
    let now = chrono::DateTime::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment");
    let clocks = |at: &str, ms: i64| {
        let late = change(
            "1ATE000001-1",
            900,
            Some(LI),
            "task/t1",
            &[("title", text("晚"), &[])],
        );
        let mut late = Content::clone(&late);
        late.time = ms;
        let mut log = copy(&lead.log);
        log.load("own", vec![Change::new(late)]);
        let mut preview = look(&lead, &[file(&log, LI)]);
        preview.files[0].envelope.at = chrono::DateTime::parse_from_rfc3339(at).ok();
        preview.wrong_clocks(now).len()
    };
    let usual = now.timestamp_millis();
    assert_eq!(clocks("2026-03-06T10:00:00+08:00", usual), 0);
    assert_eq!(clocks("2036-03-05T14:30:00+08:00", usual), 1);
    assert_eq!(clocks("1970-01-01T00:00:00+00:00", usual), 1);
    let far = usual + 400 * 86_400_000;
    assert_eq!(clocks("2026-03-05T14:30:00+08:00", far), 1);
    assert_eq!(
        clocks("2026-03-05T14:30:00+08:00", 8_210_266_876_799_999),
        1
    );
}
