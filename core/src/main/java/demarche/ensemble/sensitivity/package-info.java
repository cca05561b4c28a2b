/// What many draws say: shares with their intervals, and which inputs a finding hinges on.
@NullMarked
package demarche.ensemble.sensitivity;

import org.jspecify.annotations.NullMarked;
