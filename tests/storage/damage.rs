//! Damaged bytes: they hide nothing else, stay as they are, and can be given out.

use super::bench::{Bench, change, changes, numbers, project};
use hepai::storage::Home;

/// A small generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }
}

/// Flips, cuts, swaps or replaces characters.
fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let (at, other) = (dice.below(letters.len()), dice.below(letters.len()));
    match dice.below(5) {
        0 => letters[at] = char::from_u32(u32::from(letters[at]) ^ 1).unwrap_or('x'),
        1 => letters.truncate(at),
        2 => letters.swap(at, other),
        3 => letters.clear(),
        _ => letters.insert(at, ['"', '\n', '=', '}', '0'][dice.below(5)]),
    }
    letters.into_iter().collect()
}

fn filled() -> Bench {
    let bench = Bench::new();
    bench.load();
    (1..=4).for_each(|number| bench.edit(number));
    bench.store.append(project(), "import", &changes(10..=14));
    bench.store.set_note(project(), "who", "李雷");
    bench.page.wait(5_000.0);
    bench
}

#[test]
fn five_thousand_mutations_of_local_storage_hide_nothing_and_stay_as_they_are() {
    let (bench, mut dice) = (filled(), Dice(1));
    let keys: Vec<String> = bench
        .near
        .content()
        .keys()
        .filter(|key| key.contains("/s/") || key.contains("/n/"))
        .cloned()
        .collect();
    for round in 0..5_000 {
        let key = &keys[dice.below(keys.len())];
        let good = bench.near.content()[key].clone();
        let bad = mutated(&good, &mut dice);
        if bad == good {
            continue;
        }
        let start = bench.again("START");
        start.near.content().insert(key.clone(), bad.clone());
        let now = start.store.load_now(project());
        assert_eq!(now.damaged.len(), 1, "round {round}: {bad}");
        assert_eq!(
            (now.damaged[0].home, &now.damaged[0].key),
            (Home::Near, key)
        );
        let own = numbers(&now, "own").len() + numbers(&now, "import").len();
        assert_eq!(
            own,
            if key.contains("/n/") {
                9
            } else {
                9 - good.lines().count() + 2
            },
            "the others are there at once"
        );
        start.page.finish(start.store.load_rest(project()));
        start.store.set_note(project(), "who", "韩梅梅");
        start.edit(5);
        start.page.wait(5_000.0);
        assert!(
            start.near.content().values().any(|text| *text == bad),
            "round {round}: the damaged bytes stay"
        );
        assert!(
            start
                .near
                .content()
                .iter()
                .any(|(key, text)| key.starts_with("hepai/damaged/0123456789/") && *text == bad)
        );
        assert!(
            start
                .page
                .finish(start.store.raw_dump())
                .contains(serde_json::json!(bad).to_string().trim_matches('"'))
        );
        let next = start.again("NEXT");
        let loaded = next.load();
        assert_eq!(
            (numbers(&loaded, "own"), numbers(&loaded, "import")),
            ((1..=5).collect(), (10..=14).collect())
        );
        assert_eq!(loaded.damaged.len(), 1, "what was set aside is still told");
        assert_eq!(next.store.note(project(), "who").as_deref(), Some("韩梅梅"));
    }
}

#[test]
fn damaged_entries_of_the_database_are_set_aside_and_filled_anew_from_local_storage() {
    let (bench, mut dice) = (filled(), Dice(2));
    let keys: Vec<(bool, String)> = bench
        .rows
        .content()
        .keys()
        .map(|key| (true, key.clone()))
        .chain([(false, "0123456789/n/who".to_owned())])
        .collect();
    for round in 0..500 {
        let (is_row, key) = &keys[dice.below(keys.len())];
        let start = bench.again("START");
        let shelf = if *is_row { &start.rows } else { &start.facts };
        let good = shelf.content()[key].clone();
        let bad = mutated(&good, &mut dice);
        if bad == good {
            continue;
        }
        shelf.content().insert(key.clone(), bad.clone());
        let loaded = start.load();
        assert_eq!(
            (loaded.damaged.len(), loaded.len()),
            (1, 9),
            "round {round}: {bad}"
        );
        start.page.wait(5_000.0);
        assert!(
            start
                .facts
                .content()
                .iter()
                .any(|(key, text)| key.starts_with("0123456789/damaged/") && *text == bad),
            "round {round}"
        );
        assert_eq!(
            shelf.content().get(key),
            Some(&good),
            "the other home had it"
        );
        assert_eq!(start.again("NEXT").load().damaged.len(), 1);
    }
}

#[test]
fn what_is_damaged_twice_under_one_key_is_kept_twice() {
    let bench = filled();
    let key = "hepai/p/0123456789/n/who";
    for text in ["first", "second", "third"] {
        bench.near.content().insert(key.to_owned(), text.to_owned());
        bench.load();
        bench.store.set_note(project(), "who", "x");
    }
    let kept: Vec<String> = bench
        .near
        .content()
        .iter()
        .filter(|(key, _)| key.starts_with("hepai/damaged/"))
        .map(|(_, text)| text.clone())
        .collect();
    assert_eq!(kept, ["first", "second", "third"]);
}

#[test]
fn with_no_room_to_set_it_aside_a_damaged_segment_stays_where_it_is() {
    let bench = filled();
    let key = bench
        .near
        .content()
        .keys()
        .find(|key| key.contains("/s/"))
        .cloned()
        .expect("a segment");
    bench
        .near
        .content()
        .insert(key.clone(), "damaged".to_owned());
    bench.near.limit(Some(10));
    let start = bench.again("START");
    assert_eq!(start.load().len(), 9);
    start.page.wait(5_000.0);
    assert_eq!(
        start.near.content().get(&key).map(String::as_str),
        Some("damaged")
    );
}

#[test]
fn a_segment_of_a_newer_version_is_left_in_place_and_told() {
    let bench = filled();
    let newer = hepai::storage::seal("hepai-segment 2 {}\nanything".to_owned());
    bench
        .near
        .content()
        .insert("hepai/p/0123456789/s/newer".to_owned(), newer.clone());
    // A change that this version cannot read does not hide the others of its segment.
    let mixed = hepai::storage::encode("own", ["{\"id\":\"a newer form\"}", change(7).line()]);
    bench
        .near
        .content()
        .insert("hepai/p/0123456789/s/mixed".to_owned(), mixed.clone());
    let start = bench.again("START");
    let loaded = start.load();
    assert_eq!(loaded.damaged.len(), 2);
    assert_eq!(numbers(&loaded, "own"), [1, 2, 3, 4, 7].into());
    (20..=60).for_each(|number| start.edit(number));
    let next = start.again("NEXT");
    next.load();
    next.page.wait(5_000.0);
    assert_eq!(
        next.near.content().get("hepai/p/0123456789/s/newer"),
        Some(&newer)
    );
    assert!(
        next.near
            .content()
            .values()
            .any(|text| text.contains("a newer form"))
    );
}
