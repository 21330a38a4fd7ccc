using Diversion.Casework.Keeping;
using Diversion.Casework.Texts;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Keeping;

/// <summary>The destruction log, newest first.</summary>
public sealed class DestroyedModel(KeepingQuery query) : PortalPage
{
    public IReadOnlyList<DestructionEntry> Entries { get; private set; } = [];

    public static string What(DestructionEntry entry) => (entry.Kind, entry.Count) switch
    {
        (DestroyedKind.Record, _) => "Record",
        (DestroyedKind.Papers, 1) => "1 paper",
        (DestroyedKind.Papers, var count) => $"{count} papers",
        (_, 1) => "1 draft or unsent form",
        (_, var count) => $"{count} drafts or unsent forms",
    };

    public static string Why(DestructionEntry entry)
    {
        var why = Labels.Sentence(entry.Ground is { } ground ? KeepingWords.Of(ground) : "retention period over");
        return entry.Request is { } request ? $"{why} ({request})" : why;
    }

    public async Task<IActionResult> OnGetAsync() => Show(await query.Destroyed(By, Cancellation), entries => Entries = entries);
}
