//! What one person has on their desk: what waits for them, what they answered, what they sent and to whom, and what
//! the letters beside the files say.

#[path = "desk/answers.rs"]
mod answers;
#[path = "desk/health.rs"]
mod health;
#[path = "desk/identity.rs"]
mod identity;
#[path = "desk/inbox.rs"]
mod inbox;
#[path = "desk/ledger.rs"]
mod ledger;
#[path = "desk/letters.rs"]
mod letters;
#[path = "desk/people.rs"]
mod people;
#[path = "port/mod.rs"]
mod port;
