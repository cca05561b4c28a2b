@NullMarked
package demarche.tables;

import org.jspecify.annotations.NullMarked;
