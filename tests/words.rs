//! What people type and paste, cell by cell: the value that is stored, or the reason why none is and what it may have
//! meant. Worked out by hand.

#[path = "words/cells.rs"]
mod cells;
#[path = "words/choices.rs"]
mod choices;
#[path = "words/coach.rs"]
mod coach;
#[path = "words/copied.rs"]
mod copied;
#[path = "words/dates.rs"]
mod dates;
#[path = "words/kept.rs"]
mod kept;
#[path = "words/moments.rs"]
mod moments;
#[path = "words/numbers.rs"]
mod numbers;
#[path = "words/odd_cells.rs"]
mod odd_cells;
#[path = "words/people.rs"]
mod people;
#[path = "port/mod.rs"]
mod port;
#[path = "words/said_lines.rs"]
mod said_lines;
#[path = "words/said_lines_table.rs"]
mod said_lines_table;
