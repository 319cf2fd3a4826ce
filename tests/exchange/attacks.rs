//! A file that replaces, appoints, decides or answers in twenty ways, whatever innocent stands around it.

use crate::help::{Person, header, text};
use crate::stakes::{Edit, LEAD, LI, ZHAO, acts, copy, file, has, look, project, stakes, told};
use hepai::exchange::preview::{Signer, Weight};
use hepai::exchange::{Part, Scope, slip, write_part};
use hepai::model::{Log, RecordId, Value};
use std::collections::BTreeSet;

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

#[expect(clippy::too_many_lines, reason = "one list, an entry for each attack")]
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
