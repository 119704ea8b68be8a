mod corpus;
mod samples;
