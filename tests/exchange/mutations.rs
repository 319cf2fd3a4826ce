//! 10,000 structured mutations: whatever a file holds, it ends in a content or in one refusal, and what is taken of it
//! can be written and read again.

use crate::fixtures::fixture;
use crate::help::{SCHEMA, header, log_of, read};
use hepai::exchange::{self, Refusal, Scope};
use hepai::model::Log;

/// A small generator of its own, so that a failure can be repeated by its number.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % (limit.max(1) as u64)) as usize
    }
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

const TOKENS: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "-0",
    "1e999",
    "-1e999",
    "9007199254740992",
    "18446744073709551616",
    "0.1e-400",
    "01",
    "1.",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\u0000\"",
    "\"__proto__\"",
    "\"constructor\"",
    "\"\u{202E}\u{200B}\"",
    "[[[[[[[[[[1]]]]]]]]]]",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
    "\"AAAAAAAAAA-1\"",
    "\"AAAAAAAAAA-0\"",
    "\"AAAAAAAAAA-9007199254740991\"",
    "\"task/t1\"",
    "\"parent\"",
    "\"deleted\"",
    "\"status\"",
    "\"submitted\"",
    "7",
    "\u{FEFF}",
    "NaN",
    "//",
];

fn is_boundary(byte: u8) -> bool {
    matches!(byte, b'"' | b',' | b':' | b'[' | b']' | b'{' | b'}' | b'\n')
}

/// A byte where a token begins or ends.
fn joint(bytes: &[u8], dice: &mut Dice) -> usize {
    let mut at = dice.below(bytes.len());
    while at < bytes.len() && !is_boundary(bytes[at]) {
        at += 1;
    }
    at.min(bytes.len())
}

fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

fn exchanged(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(bytes)
        .replace(from, to)
        .into_bytes()
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each way to spoil a file"
)]
fn mutate(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    match dice.below(18) {
        0 => bytes.truncate(dice.below(bytes.len())),
        1 => {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
        2 => {
            let mut lines = lines_of(&bytes);
            let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
            lines.swap(a, b);
            bytes = lines.join(&b'\n');
        }
        3 => {
            let mut lines = lines_of(&bytes);
            let line = lines[dice.below(lines.len())].clone();
            lines.insert(dice.below(lines.len()), line);
            bytes = lines.join(&b'\n');
        }
        4 => {
            let mut lines = lines_of(&bytes);
            lines.remove(dice.below(lines.len()));
            bytes = lines.join(&b'\n');
        }
        5 | 6 => {
            let from = joint(&bytes, dice);
            let to = (from + 1 + dice.below(30)).min(bytes.len());
            let token = dice.pick(TOKENS);
            bytes.splice(from.min(to)..to, token.bytes());
        }
        7 => {
            let at = joint(&bytes, dice);
            let token = dice.pick(TOKENS);
            bytes.splice(at..at, token.bytes());
        }
        8 => {
            let at = joint(&bytes, dice);
            let levels = 1 + dice.below(200);
            bytes.splice(
                at..at,
                std::iter::repeat_n(dice.pick(&[b"[".as_slice(), b"{\"a\":"]), levels)
                    .flatten()
                    .copied(),
            );
        }
        9 => bytes.splice(0..0, *b"\xEF\xBB\xBF").for_each(drop),
        10 => {
            bytes = String::from_utf8_lossy(&bytes)
                .replace('\n', "\r\n")
                .into_bytes()
        }
        11 => {
            // Ids made each other's: second contents, self-naming, mutual naming, names of nobody.
            let ids = [
                "AAAAAAAAAA-1",
                "AAAAAAAAAA-2",
                "AAAAAAAAAA-3",
                "AAAAAAAAAA-4",
                "AAAAAAAAAA-5",
                "BBBBBBBBBB-1",
                "BBBBBBBBBB-2",
                "ZZZZZZZZZZ-99",
            ];
            bytes = exchanged(&bytes, dice.pick(&ids), dice.pick(&ids));
        }
        12 => {
            let records = [
                "task/t1",
                "task/t2",
                "issue/i1",
                "charter",
                "metric/x",
                "task/",
                "TASK",
                "settings",
                "identity/AAAAAAAAAA",
            ];
            bytes = exchanged(&bytes, dice.pick(&records), dice.pick(&records));
        }
        13 => {
            let keys = [
                "title", "parent", "deleted", "need", "status", "order", "effort", "lamport",
                "cells", "id", "record", "time", "author",
            ];
            bytes = exchanged(&bytes, dice.pick(&keys), dice.pick(&keys));
        }
        14 => {
            let numbers = [
                "1",
                "5",
                "7",
                "9007199254740991",
                "9007199254740992",
                "4294967297",
                "-3",
                "0",
            ];
            let from = format!("\"lamport\":{}", 1 + dice.below(7));
            bytes = String::from_utf8_lossy(&bytes)
                .replace(&from, &format!("\"lamport\":{}", dice.pick(&numbers)))
                .into_bytes();
        }
        15 => {
            bytes = String::from_utf8_lossy(&bytes)
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect()
        }
        16 => {
            let at = dice.below(bytes.len());
            bytes.splice(at..at, (0..dice.below(9)).map(|_| 0).collect::<Vec<u8>>());
        }
        _ => {
            let (from, to) = (dice.below(bytes.len()), dice.below(bytes.len()));
            let part = bytes[from.min(to)..from.max(to)].to_vec();
            let at = dice.below(bytes.len());
            bytes.splice(at..at, part);
        }
    }
    bytes
}

#[test]
fn ten_thousand_mutations_end_in_a_content_or_in_one_refusal() {
    let seeds = [
        "small.json",
        "edited.json",
        "unknown.json",
        "current_only.json",
        "slip.json",
        "reformatted.json",
    ]
    .map(fixture);
    let here = log_of(&seeds[0]);
    let before = exchange::write(&here, &header("member/m1", Scope::Whole));
    let (mut taken, mut refused) = (0, 0);
    for number in 1..=10_000u64 {
        let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut bytes = seeds[dice.below(seeds.len())].clone().into_bytes();
        for _ in 0..=dice.below(3) {
            if !bytes.is_empty() {
                bytes = mutate(bytes, &mut dice);
            }
        }
        match exchange::read(&bytes, Some(&here)) {
            Err(refusal) => {
                refused += 1;
                check_refusal(&refusal, &bytes, number);
                assert_eq!(
                    exchange::read(&bytes, None).err(),
                    Some(refusal),
                    "mutation {number}: known or not, the same refusal"
                );
            }
            Ok(content) => {
                taken += 1;
                let fresh = exchange::read(&bytes, None).expect("read once, read always");
                let lines: Vec<&str> = content
                    .changes(Some(&here))
                    .map(|change| change.line())
                    .collect();
                assert!(
                    lines.iter().eq(fresh
                        .changes(None)
                        .map(|change| change.line())
                        .collect::<Vec<_>>()
                        .iter()),
                    "mutation {number}"
                );
                check_content(&here, content, number);
                check_first_arrival(fresh, number);
            }
        }
    }
    assert_eq!(
        exchange::write(&here, &header("member/m1", Scope::Whole)),
        before,
        "nothing was changed"
    );
    assert!(
        taken > 1_500 && refused > 3_000,
        "{taken} taken, {refused} refused"
    );
}

fn check_refusal(refusal: &Refusal, bytes: &[u8], number: u64) {
    let text = refusal.to_string();
    assert!(
        text.starts_with("nothing was changed: "),
        "mutation {number}: {text}"
    );
    let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
    let place = match refusal {
        Refusal::CutOff(place)
        | Refusal::NotUtf8(place)
        | Refusal::TooDeep(place)
        | Refusal::Damaged { place, .. } => place,
        Refusal::Faulty { findings, count } => {
            assert!(
                !findings.is_empty() && *count >= findings.len(),
                "mutation {number}: {text}"
            );
            assert!(
                findings
                    .windows(2)
                    .all(|pair| pair[0].place.line <= pair[1].place.line),
                "mutation {number}: {findings:?}"
            );
            &findings[findings.len() - 1].place
        }
        _ => return,
    };
    assert!(
        (1..=lines).contains(&place.line) && place.column >= 1,
        "mutation {number}: {text}"
    );
}

/// The look promises what taking gives.
fn check_content(here: &Log, content: exchange::FileContent, number: u64) {
    let preview = exchange::preview(
        Some(here),
        here.schema(),
        3,
        vec![("x.json".to_owned(), content)],
    );
    let left = preview.left_by_default();
    let batches = preview.batches(Some(here), &left);
    assert_eq!(
        batches.take.len() + batches.leave.len(),
        preview.new_count(),
        "mutation {number}"
    );
    let mut log = Log::of(&SCHEMA, 7, here.in_force().cloned());
    log.switch("left", 1);
    log.load("left", batches.leave);
    log.add_all("taken", batches.take);
    assert_eq!(log.conflicts(), preview.after.open, "mutation {number}");
    let file = exchange::write(&log, &header("member/m1", Scope::Whole));
    let again = read(&file).unwrap_or_else(|refusal| panic!("mutation {number}: {refusal}"));
    assert!(
        again.warnings.is_empty() && again.outside.is_empty(),
        "mutation {number}: {:?}",
        again.outside
    );
    assert_eq!(
        exchange::write(&log_of(&file), &header("member/m1", Scope::Whole)),
        file,
        "mutation {number}"
    );
}

fn check_first_arrival(content: exchange::FileContent, number: u64) {
    let preview = exchange::preview(None, &SCHEMA, 3, vec![("x.json".to_owned(), content)]);
    let batches = preview.batches(None, &preview.left_by_default());
    let mut log = Log::new(&SCHEMA, 7);
    log.switch("left", 1);
    log.load("left", batches.leave);
    log.add_all("taken", batches.take);
    assert_eq!(log.conflicts(), preview.after.open, "mutation {number}");
    assert_eq!(
        log.missing(preview.makes_whole(&std::collections::BTreeSet::new()))
            .len(),
        preview.missing(None, false).len(),
        "mutation {number}"
    );
}
