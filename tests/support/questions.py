"""The question set of the browser's stories, in the shape of a draft."""

SHIFTS = {
    "survey": [
        {"type": "select_one yes_no", "name": "swap", "label": "Can you swap shifts?"},
        {"type": "text", "name": "why", "label": "What gets in the way?", "relevant": "${swap} = 'no'"},
        {"type": "integer", "name": "weeks", "label": "How many weeks ahead do you know your hours?"},
        {"type": "text", "name": "else", "label": "Anything else?", "answer_options": "skip rather-not-say"},
    ],
    "choices": [
        {"list_name": "yes_no", "name": "yes", "label": "Yes"},
        {"list_name": "yes_no", "name": "no", "label": "No"},
    ],
    "settings": {"form_id": "shifts", "form_title": "Shifts", "default_language": "English (en)"},
}
