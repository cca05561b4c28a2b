/// Runs and their draws, kept in a DuckDB file; their Parquet and CSV.
@NullMarked
package demarche.store;

import org.jspecify.annotations.NullMarked;
