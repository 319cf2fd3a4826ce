//! The text that reminds whoever must act next of a thing that matters.

use super::super::texts;
use super::Sending;

/// What is late or stuck and why, what is asked, and what it does to the plan, a line each; sent by a person.
pub fn remind_of_matter(sending: &Sending, names: &str, lines: [&str; 3]) -> String {
    let sending = &sending.in_lines();
    let places = [("project", &*sending.project), ("names", names)];
    let head = sending.fill(texts::standing::REMIND_MATTER, &places);
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    let mut all: Vec<String> = [head].into_iter().chain(lines.map(str::to_owned)).collect();
    all.push(sending.how());
    all.push(sending.sender.clone());
    all.retain(|line| !line.is_empty());
    all.join("\n")
}
