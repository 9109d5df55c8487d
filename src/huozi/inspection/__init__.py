"""The look before print: what is only asked of an issue that is complete, of its texts and of its made pages."""
