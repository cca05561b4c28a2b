/// What a scenario means: parties, options, conditions and preferences.
@NullMarked
package demarche.model;

import org.jspecify.annotations.NullMarked;
