//! The schedule: networks against worked examples and a second method, rings, and the laws that hold for all.

#[path = "schedule/laws.rs"]
mod laws;
#[path = "schedule/networks.rs"]
mod networks;
#[path = "schedule/oracle.rs"]
mod oracle;
