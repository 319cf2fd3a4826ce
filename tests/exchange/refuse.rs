//! What is refused, with what and where, and that nothing was changed.

use crate::fixtures::fixture;
use crate::help::read;
use hepai::exchange::{Fault, Looks, Refusal, limits, read as read_bytes};

pub(crate) fn refused(bytes: &[u8]) -> Refusal {
    let refusal = read_bytes(bytes, None).expect_err("a refusal");
    assert!(
        refusal.to_string().starts_with("nothing was changed: "),
        "{refusal}"
    );
    refusal
}

pub(crate) fn faults(file: &str) -> Vec<(Fault, usize, usize, String)> {
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
    assert_eq!(found[0].2, start + 7, "at the last letter of the value");
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
fn a_fault_at_a_chinese_letter_is_told_at_its_line() {
    let good = fixture("small.json");
    for bad in ["[\"\\补测\"]", "[\"补\\测\"]", "[\"\\u补测\"]"] {
        let file = good.replace("[\"补测\"]", bad);
        let line = 1 + file
            .lines()
            .position(|line| line.contains(bad))
            .expect("there");
        let told = refused(file.as_bytes()).to_string();
        assert!(told.contains(&format!("at line {line}, ")), "{told}");
    }
}
