"""The frame around the pages: welcome, navigation, top bar, guide, search."""
