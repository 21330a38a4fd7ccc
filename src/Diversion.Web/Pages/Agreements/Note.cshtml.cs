using Diversion.Domain.Term;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>A note on the timeline.</summary>
public sealed class NoteModel : RecordPage
{
    public const int LongestNote = 4_000;

    [BindProperty]
    public string? Text { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var text = Read.Text(nameof(Text), Text, "the note", LongestNote);
        return Run(() => new TermCommand.AddNote(text), "The note was added.");
    }

    protected override ValueTask<IActionResult?> Prepare() => new(OnlyFor<TermCommand.AddNote>());
}
