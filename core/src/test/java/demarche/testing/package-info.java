/// What tests share: models drawn by chance, published conflicts, golden files.
@NullMarked
package demarche.testing;

import org.jspecify.annotations.NullMarked;
