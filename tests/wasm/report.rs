//! What must not depend on the machine, as lines of text: numbers, order, sums, a whole project, what is refused.

use crate::port::Fake;
use hepai::analysis::begin::sample::sample;
use hepai::analysis::{findings, standing::health};
use hepai::exchange::{
    self, Envelope, FileContent, Header, ProjectInfo, Scope, Seed, clean_copy, slip,
};
use hepai::model::canonical::{key_order, push_json, push_number, push_text};
use hepai::model::order::keys_between;
use hepai::model::template::Lang;
use hepai::model::{Change, Log, RecordId};
use hepai::state::Session;
use hepai::storage::{decode, encode, seal, units};
use hepai::templates::SCHEMA;
use reactive_graph::owner::Owner;
use std::collections::BTreeSet;

pub(crate) const SMALL: &str = include_str!("../fixtures/v1/small.json");
const SLIP: &str = include_str!("../fixtures/v1/slip.json");
const UPDATE: &str = include_str!("../fixtures/v1/update.json");
const REFORMATTED: &str = include_str!("../fixtures/v1/reformatted.json");
const UNKNOWN: &str = include_str!("../fixtures/v1/unknown.json");

/// Files that a hand edited, and what must become of that.
pub(crate) const EDITED: [(&str, &str); 2] = [
    (
        include_str!("../fixtures/v1/edited.json"),
        include_str!("../fixtures/v1/edited.outside.txt"),
    ),
    (
        include_str!("../fixtures/v1/current_only.json"),
        include_str!("../fixtures/v1/current_only.outside.txt"),
    ),
];

pub(crate) fn content(file: &str) -> FileContent {
    exchange::read(file.as_bytes(), None).expect("a golden file")
}

pub(crate) fn log_of(file: &str) -> Log {
    Log::of(&SCHEMA, 1, content(file).changes(None).cloned())
}

/// The file of a log under the header of another.
pub(crate) fn write_whole(log: &Log, like: &FileContent) -> String {
    exchange::write(log, &header(like))
}

fn header(like: &FileContent) -> Header {
    Header {
        app: like.app.clone(),
        page: format!("https://example.org/hepai/#/p/{}", like.project.id),
        project: like.project.clone(),
        envelope: like.envelope.clone(),
        scope: Scope::Whole,
        lang: Lang::Zh,
        current: None,
    }
}

/// Everything, a line each.
pub(crate) fn lines() -> Vec<String> {
    let mut out = Vec::new();
    numbers(&mut out);
    texts(&mut out);
    large_counters(&mut out);
    merged(&mut out);
    refused(&mut out);
    segments(&mut out);
    whole_project(&mut out);
    out
}

/// A long text by its checksum, which is also that of segments.
fn summed(what: &str, text: &str) -> String {
    let sealed = seal(text.to_owned());
    let sum = sealed.rsplit('=').next().unwrap_or_default();
    format!("{what}: {} bytes, {} units, {sum}", text.len(), units(text))
}

fn numbers(out: &mut Vec<String>) {
    let numbers = [
        0.0,
        -0.0,
        0.1 + 0.2,
        1.0 / 3.0,
        5e-324,
        f64::MIN_POSITIVE,
        f64::MAX,
        1e21,
        1e20,
        1e-6,
        1e-7,
        123_456_789.123_456_78,
        9_007_199_254_740_991.0,
        -4_294_967_297.0,
        2.5e10,
    ];
    for number in numbers {
        let mut text = String::new();
        push_number(&mut text, number);
        out.push(format!("number {text}"));
    }
    for json in [
        "1.50",
        "1e3",
        "4294967296",
        "0.1e-5",
        "2.2250738585072011e-308",
    ] {
        let read: serde_json::Value = serde_json::from_str(json).expect("JSON");
        let mut text = String::new();
        push_json(&mut text, &read);
        out.push(format!("read {json} as {text}"));
    }
}

fn texts(out: &mut Vec<String>) {
    let mut text = String::new();
    push_text(&mut text, "合拍 \"\\\u{7}\n\u{2028}\u{1F600}\u{E000}/");
    out.push(format!("text {text}"));
    // By UTF-16 units a letter beyond the first plane comes before one at its end.
    out.push(format!("keys {:?}", key_order("\u{1F600}", "\u{E000}")));
    let mut stem = 7u32;
    for count in [1, 3, 40] {
        stem = stem.wrapping_mul(2_654_435_761);
        let keys = keys_between(Some("a1"), Some("a2"), count, stem);
        out.push(summed("order", &keys.join(",")));
    }
}

/// Numbers of changes and lamports that need more than 32 bits.
fn large_counters(out: &mut Vec<String>) {
    let line = |replica: &str, seq: u64, lamport: u64, names: &str| {
        format!(
            r#"{{"cells":{{"title":["{replica}{seq}"{names}]}},"id":"{replica}-{seq}","lamport":{lamport},"record":"task/A","time":-62135596800000}}"#
        )
    };
    let big = (1u64 << 32) + 5;
    let lines = [
        line("AAAAAAAAAA", big, big, ""),
        line("AAAAAAAAAA", 5, 5, ""),
        line(
            "BBBBBBBBBB",
            2,
            big + 1,
            &format!(",\"AAAAAAAAAA-{big}\",\"AAAAAAAAAA-{}\"", big + 2),
        ),
        line("CCCCCCCCCC", 9_007_199_254_740_991, 1 << 50, ""),
    ];
    let changes = lines
        .iter()
        .map(|line| Change::parse(line).expect("a change"));
    let log = Log::of(&SCHEMA, 3, changes);
    out.extend(log.sorted().iter().map(|change| change.line().to_owned()));
    for missing in log.missing(true) {
        out.push(format!("{missing:?}, {}", missing.count()));
    }
    out.push(format!("next {}", log.next_lamport()));
    let live = log.distinct(
        &RecordId::of("task/A"),
        &hepai::model::FieldKey::of("title"),
    );
    out.push(format!("live {live:?}"));
}

/// All golden files taken into one project, one after the other.
fn merged(out: &mut Vec<String>) {
    let mut log = log_of(SLIP);
    for (number, file) in [UPDATE, REFORMATTED, EDITED[0].0, UNKNOWN, SMALL]
        .into_iter()
        .enumerate()
    {
        let read = exchange::read(file.as_bytes(), Some(&log)).expect("a golden file");
        let preview = exchange::preview(Some(&log), &SCHEMA, 5, vec![(number.to_string(), read)]);
        out.push(format!(
            "file {number}: {} new, {} known, {} open, {:?}, {:?}",
            preview.new_count(),
            preview.known,
            preview.conflicts(),
            preview.files[0].verdict,
            preview.files[0].warnings
        ));
        let batches = preview.batches(Some(&log), &preview.left_by_default());
        log.add_all(&format!("i{number}"), batches.take);
    }
    let file = write_whole(&log, &content(SMALL));
    out.push(summed("merged", &file));
    out.extend(
        file.lines()
            .filter(|line| line.contains("\"sum\""))
            .map(str::to_owned),
    );
}

/// What is refused, and where.
fn refused(out: &mut Vec<String>) {
    let broken = [
        SMALL.chars().take(SMALL.chars().count() / 2).collect(),
        SMALL.replace("\"lamport\":3,", "\"lamport\":9007199254740992,"),
        SMALL.replace("\"version\": 1", "\"version\": 4294967297"),
        SMALL.replace("\"lamport\":4,", "\"lamport\":4294967296.5,"),
        "[".repeat(70),
    ];
    for text in broken {
        let refusal = exchange::read(text.as_bytes(), None).err();
        out.push(format!("refused: {refusal:?}"));
    }
}

fn segments(out: &mut Vec<String>) {
    let lines: Vec<String> = content(SMALL)
        .changes(None)
        .map(|change| change.line().to_owned())
        .collect();
    let text = encode("带 \"引号\"", lines.iter().map(String::as_str));
    let read = decode(&text).expect("a segment");
    assert_eq!(
        (read.batch.as_str(), read.lines.len()),
        ("带 \"引号\"", lines.len())
    );
    assert_eq!(read.lines, lines);
    out.push(summed("segment", &text));
}

/// The worked example, typed by the program itself: every template, date and default takes part.
fn whole_project(out: &mut Vec<String>) {
    let owner = Owner::new();
    owner.set();
    const NOW: &str = "2026-08-26T18:00:00+08:00";
    let id = "0123456789".parse().expect("an id");
    let session = Session::new(id, &SCHEMA, Fake::new(1, NOW, 0));
    let now = NOW.parse().expect("a moment");
    session.begin_sample(&sample(now, Lang::Zh));
    session.read(|log| {
        let header = Header {
            app: "0.1.0".to_owned(),
            page: "https://example.org/".to_owned(),
            project: ProjectInfo {
                id,
                name: "示例".to_owned(),
            },
            envelope: Envelope {
                at: Some(now),
                ..Envelope::default()
            },
            scope: Scope::Whole,
            lang: Lang::En,
            current: Some(true),
        };
        let file = exchange::write(log, &header);
        out.push(summed("sample", &file));
        out.extend(
            file.lines()
                .filter(|line| line.contains("\"sum\""))
                .map(str::to_owned),
        );
        let departments: BTreeSet<RecordId> = log.rows("department").into_iter().take(1).collect();
        let part = slip(log, &departments, &["contact".to_owned()]);
        out.push(summed("slip", &exchange::write_part(&part, &header)));
        let seed = Seed {
            random: std::array::from_fn(|at| at as u8),
            time: 1,
            author: None,
        };
        let copy = clean_copy(log, id, &seed);
        let lines: String = copy
            .changes
            .iter()
            .map(|change| format!("{}\n", change.line()))
            .collect();
        out.push(summed("clean copy", &lines));
        out.push(format!("health {:?}", health::standing(log, now)));
        let found = findings(log, now);
        let told = found
            .iter()
            .map(|one| format!("{} {} {:?}\n", one.record, one.rule.code, one.finding));
        out.push(summed("findings", &told.collect::<String>()));
        out.push(format!("{} open", log.conflict_count()));
    });
}
