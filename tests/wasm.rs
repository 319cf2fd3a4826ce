//! The program in the browser is the program that the native tests test: on 32-bit wasm it makes the same bytes, to
//! the last digit of a number, as on the machine that runs these tests. The native run holds itself against
//! `wasm/golden.txt`, and so does the one in Chromium. Where the lines were meant to change (the sample grew, a refusal
//! says more), `HEPAI_GOLDEN=1 cargo test --test wasm` writes them anew; the golden files of the format never change.

#[path = "port/mod.rs"]
mod port;
#[path = "wasm/report.rs"]
mod report;
#[cfg(target_family = "wasm")]
#[path = "wasm/store.rs"]
mod store;

#[cfg(target_family = "wasm")]
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

#[cfg(target_family = "wasm")]
wasm_bindgen_test_configure!(run_in_browser);

const GOLDEN: &str = include_str!("wasm/golden.txt");

#[test]
fn every_target_makes_the_same_bytes() {
    let lines = report::lines();
    #[cfg(not(target_family = "wasm"))]
    if std::env::var_os("HEPAI_GOLDEN").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wasm/golden.txt");
        std::fs::write(file, lines.join("\n") + "\n").expect("a file to write");
        return;
    }
    for (number, (found, golden)) in lines.iter().zip(GOLDEN.lines()).enumerate() {
        assert_eq!(found, golden, "line {}", number + 1);
    }
    assert_eq!(lines.len(), GOLDEN.lines().count());
}

#[test]
fn every_target_reads_and_writes_the_golden_files() {
    let small = report::SMALL;
    let log = report::log_of(small);
    assert_eq!(report::write_whole(&log, &report::content(small)), small);
    for (file, golden) in report::EDITED {
        let content = report::content(file);
        let lines: String = content
            .outside
            .iter()
            .map(|change| format!("{}\n", change.line()))
            .collect();
        assert_eq!(lines, golden);
    }
}
