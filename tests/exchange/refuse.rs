//! What is refused, with what and where, and that nothing was changed.

use crate::fixtures::fixture;
use crate::help::{read, sample};
use hepai::exchange::Envelope;
use hepai::exchange::{Fault, Looks, Refusal, limits, read as read_bytes};

fn refused(bytes: &[u8]) -> Refusal {
    let refusal = read_bytes(bytes, None).expect_err("a refusal");
    assert!(
        refusal.to_string().starts_with("nothing was changed: "),
        "{refusal}"
    );
    refusal
}

fn faults(file: &str) -> Vec<(Fault, usize, usize, String)> {
    match refused(file.as_bytes()) {
        Refusal::Faulty { findings, count } => {
            assert_eq!(findings.len(), count.min(limits::FINDINGS));
            findings
                .into_iter()
                .map(|finding| {
                    (
                        finding.fault,
                        finding.place.line,
                        finding.place.column,
                        finding.place.path,
                    )
                })
                .collect()
        }
        other => panic!("{other}"),
    }
}

#[test]
fn what_is_no_project_file_is_told_by_its_kind() {
    let table: &[(&[u8], Refusal)] = &[
        (b"", Refusal::Empty),
        (b"\xEF\xBB\xBF \r\n", Refusal::Empty),
        (
            b"PK\x03\x04\x14\x00\x06\x00a.json",
            Refusal::NotOurs(Looks::Zip),
        ),
        (
            b"PK\x03\x04\x14\x00[Content_Types].xml",
            Refusal::NotOurs(Looks::Office),
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            Refusal::NotOurs(Looks::Office),
        ),
        (b"Rar!\x1A\x07", Refusal::NotOurs(Looks::Archive)),
        (b"%PDF-1.7\n", Refusal::NotOurs(Looks::Pdf)),
        (b"\x89PNG\r\n\x1a\n\0\0", Refusal::NotOurs(Looks::Picture)),
        (b"\xFF\xD8\xFF\xE0", Refusal::NotOurs(Looks::Picture)),
        (b"<!DOCTYPE html>\n<html>", Refusal::NotOurs(Looks::WebPage)),
        (
            b"From: a@b\r\nTo: c@d\r\nSubject: x\r\n\r\nhello",
            Refusal::NotOurs(Looks::Mail),
        ),
        (b"[{\"a\": 1}]", Refusal::NotOurs(Looks::OtherJson)),
        (b"{\"a\": 1}", Refusal::NotOurs(Looks::OtherJson)),
        (
            b"{\"format\": \"hepai-template\", \"version\": 1}",
            Refusal::NotOurs(Looks::OtherJson),
        ),
        (b"{\\rtf1\\ansi", Refusal::NotOurs(Looks::Text)),
        ("项目,部门\n".as_bytes(), Refusal::NotOurs(Looks::Text)),
        (
            b"\xCF\xEE\xC4\xBF,\xB2\xBF\xC3\xC5",
            Refusal::NotOurs(Looks::Text),
        ),
        (b"\x00\x01\x02\x9C\xFF", Refusal::NotOurs(Looks::Binary)),
    ];
    for (bytes, expected) in table {
        assert_eq!(
            refused(bytes),
            *expected,
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn other_encodings_are_told_apart() {
    let small = fixture("small.json");
    let utf16 =
        |order: fn(u16) -> [u8; 2]| small.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let mut marked = vec![0xFF, 0xFE];
    marked.extend(utf16(u16::to_le_bytes));
    for bytes in [marked, utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        assert_eq!(refused(&bytes), Refusal::Utf16);
    }
    let mut gbk = b"{\"format\": \"hepai-project\", \"version\": 1, \"name\": \"".to_vec();
    gbk.extend(b"\xCF\xEE\xC4\xBF\xBA\xCF\xC5\xC4\"}");
    assert_eq!(refused(&gbk), Refusal::Gbk);
    let mut damaged = small.clone().into_bytes();
    let at = small.find("三个月").expect("there");
    damaged[at + 1] = b'?';
    let Refusal::NotUtf8(place) = refused(&damaged) else {
        panic!("not UTF-8")
    };
    assert_eq!(
        (
            place.line,
            small
                .lines()
                .nth(place.line - 1)
                .expect("a line")
                .contains("三个月")
        ),
        (11, true)
    );
}

#[test]
fn wherever_a_file_is_cut_off_it_is_told_at_which_line() {
    let small = fixture("small.json");
    let bytes = small.as_bytes();
    let complete = small.trim_end().len();
    let mut cut_off = 0;
    for end in 0..complete {
        match refused(&bytes[..end]) {
            Refusal::CutOff(place) => {
                let lines = 1 + bytes[..end].iter().filter(|byte| **byte == b'\n').count();
                assert_eq!(place.line, lines, "cut at {end}");
                cut_off += 1;
            }
            Refusal::Empty | Refusal::NotOurs(Looks::Text) => assert!(end < 40, "cut at {end}"),
            other => panic!("cut at {end}: {other}"),
        }
    }
    assert!(cut_off > complete - 40);
    assert!(read(&small[..complete]).is_ok());
}

#[test]
fn no_byte_of_a_change_can_be_altered_unnoticed() {
    let small = fixture("small.json");
    let from = small.find("\"changes\": [").expect("there") + 12;
    let to = small.find("\"current\": {").expect("there") - 6;
    let mut told = 0;
    for at in from..to {
        let mut bytes = small.clone().into_bytes();
        bytes[at] ^= 1;
        match read_bytes(&bytes, None) {
            Err(refusal) => assert!(refusal.to_string().starts_with("nothing was changed")),
            Ok(content) => {
                assert!(
                    content.is_damaged(),
                    "byte {at}: {:?}",
                    &small[small.floor_char_boundary(at)..small.ceil_char_boundary(at + 9)]
                );
                told += 1;
            }
        }
    }
    assert!(told > 400, "{told}");
}

#[test]
fn all_faults_are_listed_with_their_places() {
    let file = fixture("small.json")
        .replace("\"lamport\":3,", "\"lamport\":0,")
        .replace(
            "\"id\":\"BBBBBBBBBB-2\",",
            "\"id\":\"BBBBBBBBBB-2\",\"id\":\"BBBBBBBBBB-9\",",
        )
        .replace("[\"补测\"]", "[[\"补测\"]]")
        .replace("\"销售额\"", "\"\\ud800\"");
    let found = faults(&file);
    let line = |text: &str| {
        1 + file
            .lines()
            .position(|line| line.contains(text))
            .expect("there")
    };
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(
        matches!(&found[0], (Fault::BadChange(why), at, _, path)
            if why.contains("lamport") && *at == line("\"lamport\":0") && path == "changes[3]"),
        "{found:?}"
    );
    assert!(
        matches!(&found[1], (Fault::DuplicateKey(key), at, column, path)
            if key == "id" && *at == line("BBBBBBBBBB-9") && *column > 60 && path == "changes[7]"),
        "{found:?}"
    );
    assert!(
        matches!(&found[2], (Fault::BadChange(why), at, ..) if why.contains("list") && *at == line("补测")),
        "{found:?}"
    );
    assert!(
        matches!(&found[3], (Fault::LoneSurrogate(_), at, _, path)
            if *at == line("ud800") && path == "changes[9].cells.name[0]"),
        "{found:?}"
    );
}

#[test]
fn the_place_of_a_fault_inside_a_change_is_the_place_in_the_file() {
    let file = fixture("small.json").replace("\"record\":\"task/t2\"", "\"record\":\"Task 2\"");
    let found = faults(&file);
    let (number, line) = file
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains("Task 2"))
        .expect("there");
    let start = line[..line.find("\"Task 2\"").expect("there")]
        .chars()
        .count()
        + 1;
    assert_eq!(
        (found.len(), found[0].1, found[0].3.as_str()),
        (1, number + 1, "changes[8]")
    );
    assert!(
        (start..=start + 8).contains(&found[0].2),
        "column {} in {start}…",
        found[0].2
    );
}

#[test]
fn more_faults_than_are_listed_are_counted() {
    let bad = vec!["{\"lamport\":0}"; 300].join(",\n");
    let file = format!(
        "{{\"format\":\"hepai-project\",\"version\":1,\"project\":{{\"id\":\"PR0JECT0AA\"}},\"changes\":[{bad}]}}"
    );
    let Refusal::Faulty { findings, count } = refused(file.as_bytes()) else {
        panic!("faulty")
    };
    assert_eq!(
        (findings.len(), count, findings[1].place.line),
        (limits::FINDINGS, 300, 2)
    );
}

#[test]
fn the_limits_hold_and_what_is_just_inside_is_taken() {
    let with = |extra: &str| {
        fixture("small.json").replacen("\"app\"", &format!("\"x\": {extra}, \"app\""), 1)
    };
    let nest = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(read(&with(&nest(limits::DEPTH - 1))).is_ok());
    let Refusal::TooDeep(place) = refused(with(&nest(limits::DEPTH)).as_bytes()) else {
        panic!("too deep")
    };
    assert_eq!((place.line, place.path.starts_with("x[0][0]")), (5, true));
    assert!(matches!(
        refused("[".repeat(100_000).as_bytes()),
        Refusal::NotOurs(Looks::OtherJson)
    ));
    assert!(matches!(
        refused(with(&"[".repeat(1_000_000)).as_bytes()),
        Refusal::TooDeep(_)
    ));
    let long = |length: usize| with(&format!("\"{}\"", "a".repeat(length)));
    assert!(read(&long(limits::TEXT_BYTES)).is_ok());
    assert!(matches!(
        faults(&long(limits::TEXT_BYTES + 1))[0],
        (Fault::TextTooLong(_), 5, ..)
    ));
    assert_eq!(
        refused(&vec![b' '; limits::FILE_BYTES + 1]),
        Refusal::TooLarge(limits::FILE_BYTES + 1)
    );
    let fields = |count: usize| {
        let cells: Vec<String> = (0..count).map(|at| format!("\"f/{at}\":[1]")).collect();
        let line = format!(
            "{{\"cells\":{{{}}},\"id\":\"ZZZZZZZZZZ-1\",\"lamport\":9,\"record\":\"task/t9\",\"time\":0}}",
            cells.join(",")
        );
        fixture("small.json").replace("\"changes\": [", &format!("\"changes\": [{line},"))
    };
    assert!(read(&fields(limits::FIELDS)).is_ok());
    assert!(matches!(
        faults(&fields(limits::FIELDS + 1))[0].0,
        Fault::TooManyFields(_)
    ));
}

#[test]
fn a_record_filled_with_fields_by_many_changes_is_refused_as_well() {
    let lines: Vec<String> = (0..limits::FIELDS / 100 + 1)
        .map(|number| {
            let cells: Vec<String> = (0..100).map(|at| format!("\"f/{number}-{at}\":[1]")).collect();
            format!("{{\"cells\":{{{}}},\"id\":\"ZZZZZZZZZZ-{}\",\"lamport\":9,\"record\":\"task/t9\",\"time\":0}}", cells.join(","), number + 1)
        })
        .collect();
    let file = |count: usize| {
        fixture("small.json").replace(
            "\"changes\": [",
            &format!("\"changes\": [{},", lines[..count].join(",\n")),
        )
    };
    assert!(read(&file(lines.len() - 1)).is_ok());
    assert!(matches!(
        faults(&file(lines.len()))[0].0,
        Fault::TooManyFields(_)
    ));
}

#[test]
fn one_change_more_than_the_limit_is_refused_at_its_place() {
    let file = |count: usize| {
        let changes = vec!["0"; count].join(",\n");
        format!(
            "{{\"format\":\"hepai-project\",\"version\":1,\"project\":{{\"id\":\"PR0JECT0AA\"}},\"changes\":[\n{changes}]}}"
        )
    };
    assert!(matches!(
        faults(&file(limits::CHANGES))[0].0,
        Fault::BadChange(_)
    ));
    let found = faults(&file(limits::CHANGES + 1));
    let place = format!("changes[{}]", limits::CHANGES);
    assert!(
        matches!(&found[..], [(Fault::TooMany, line, _, path)] if *line == limits::CHANGES + 2 && *path == place)
    );
}

#[test]
fn a_damaged_place_is_told() {
    for (from, to, line, wanted) in [
        (
            "\"app\": \"0.1.0\",",
            "\"app\": \"0.1.0\"",
            6,
            "a comma or a closing brace",
        ),
        (
            "\"app\": \"0.1.0\",",
            "\"app\": 0.1.0,",
            5,
            "a comma or a closing brace",
        ),
        ("\"app\": \"0.1.0\",", "\"app\": “0.1.0”,", 5, "a value"),
        (
            "\"app\": \"0.1.0\",",
            "\"app\": \"0.1\n.0\",",
            5,
            "no line break or control character inside a text",
        ),
        (
            "\"app\": \"0.1.0\",",
            "\"app\" \"0.1.0\",",
            5,
            "a colon after the key",
        ),
        (
            "\"app\": \"0.1.0\",",
            "\"app\": \"\\x\",",
            5,
            "an escape that JSON knows",
        ),
        ("\"app\": \"0.1.0\",", "\"app\": -,", 5, "a digit"),
        ("\"app\": \"0.1.0\",", "\"app\": nul,", 5, "a value"),
        ("\"app\": \"0.1.0\",", "\"app\": 1,,", 5, "a key in quotes"),
    ] {
        let file = fixture("small.json").replacen(from, to, 1);
        let Refusal::Damaged {
            place,
            wanted: found,
        } = refused(file.as_bytes())
        else {
            panic!("{to}: {}", refused(file.as_bytes()))
        };
        assert_eq!((place.line, found), (line, wanted), "{to}");
    }
    let footer = format!("{}\n-- \nScanned by Gateway", fixture("small.json"));
    assert!(matches!(
        refused(footer.as_bytes()),
        Refusal::Damaged {
            wanted: "nothing after the closing brace",
            ..
        }
    ));
}

#[test]
fn a_header_that_lacks_what_it_must_have_is_told() {
    for (from, to, path) in [
        ("\"id\": \"PR0JECT0AA\"", "\"id\": \"pr0ject\"", "project"),
        ("\"version\": 1", "\"version\": 0", "version"),
        ("\"version\": 1", "\"version\": \"1\"", "version"),
        ("\"changes\": [", "\"changes\": 7, \"x\": [", "changes"),
        ("\"current\": {", "\"current\": [], \"x\": {", "current"),
    ] {
        let found = faults(&fixture("small.json").replacen(from, to, 1));
        assert!(
            matches!(&found[0], (Fault::BadHeader(_), _, _, at) if at == path),
            "{to}: {found:?}"
        );
    }
    let neither =
        "{\"format\":\"hepai-project\",\"version\":1,\"project\":{\"id\":\"PR0JECT0AA\"}}";
    assert!(matches!(
        faults(neither)[0].0,
        Fault::BadHeader("changes or current")
    ));
    let bad_current = fixture("current_only.json")
        .replace("\"task/2\"", "\"Task 2\"")
        .replace("\"order\": \"a\"", "\"order\": [1]")
        .replace("\"budget\"", "\"Budget!\"");
    assert_eq!(faults(&bad_current).len(), 3);
}

#[test]
fn odd_headers_never_stop_a_file() {
    for odd in [
        "null",
        "[]",
        "7",
        "{\"at\": 5, \"by\": [], \"to\": {}}",
        "\"x\"",
    ] {
        for key in ["exported", "scope", "sum", "app", "readme"] {
            let file = fixture("update.json");
            let from = file.find(&format!("\"{key}\": ")).expect("there");
            let to = from + file[from..].find(",\n").expect("a line end");
            let file = format!("{}\"{key}\": {odd}{}", &file[..from], &file[to..]);
            assert_eq!(
                read(&file).expect("a file").entries.len(),
                5,
                "{key}: {odd}"
            );
        }
    }
    assert_eq!(sample().len(), 11);
}

#[test]
fn what_is_odd_in_an_envelope_is_passed_over_and_the_rest_is_read() {
    let file = fixture("update.json");
    let from = file.find("\"exported\": ").expect("there");
    let to = from + file[from..].find(",\n").expect("a line end");
    let odd = r#""exported": {"at": "yesterday", "by": ["x"], "to": ["member/m3", 7, "", {"a": [1]}, ["b"]],
        "ask": "看\u4e00下", "requests": "confirm_goal", "by_when": 5, "carbon_copy": {"to": ["member/m9"]}}"#;
    let content = read(&format!("{}{odd}{}", &file[..from], &file[to..])).expect("a file");
    assert_eq!(
        content.envelope,
        Envelope {
            to: vec!["member/m3".to_owned()],
            ask: Some("看一下".to_owned()),
            ..Envelope::default()
        }
    );
}
