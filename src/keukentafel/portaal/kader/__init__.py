"""What all pages of the site share: look, languages, reading choice, error pages, limits.

For the other parts of the site: `begrens` limits how often one visitor may ask for something that costs.
"""

from keukentafel.portaal.kader.grens import begrens

__all__ = ["begrens"]
