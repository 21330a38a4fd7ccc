using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Domain.Term;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>A note: on the timeline for the team, or on one condition, where the partner who carries it out reads it too.</summary>
public sealed class NoteModel : RecordPage
{
    public const int LongestNote = 4_000;

    [FromRoute(Name = "condition")]
    public string? Condition { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public string Label => About is { } condition ? $"Note on {condition.Title}" : "Add a note";

    public string Hint => About is null ? "Write what the next reader needs to know. It stays on the timeline with your name. Partners do not see it."
        : IsPartner ? "The key worker and their team read this. Write what they need to know about this condition."
        : $"{About.Partner ?? "The partner"} reads this, and so does the team. Write nothing about the victim, the offence or supervision.";

    private bool IsPartner => AccessPolicy.IsPartner(By);

    private ConditionView? About => Agreement.Conditions.FirstOrDefault(one => one.Id == Condition);

    public Task<IActionResult> OnPostAsync()
    {
        var text = Read.Text(nameof(Text), Text, "the note", LongestNote);
        return Run(() => new TermCommand.AddNote(text, Condition), "The note was added.");
    }

    protected override ValueTask<IActionResult?> Prepare() =>
        new(OnlyFor<TermCommand.AddNote>() ?? (Condition is null ? IsPartner ? NotForRole() : null : About is null ? NotFound() : null));
}
