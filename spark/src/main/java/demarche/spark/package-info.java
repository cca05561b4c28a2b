/// The same draws on a cluster: Apache Spark spreads them, Parquet files keep them.
@NullMarked
package demarche.spark;

import org.jspecify.annotations.NullMarked;
