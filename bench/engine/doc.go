// Package engine measures the language engine: tags and trees, entities and
// chains against gold.
package engine
