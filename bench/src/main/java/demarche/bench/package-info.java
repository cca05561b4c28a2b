/// How fast the engine is: benchmarks of kernels, and the table of docs/performance.md.
@NullMarked
package demarche.bench;

import org.jspecify.annotations.NullMarked;
