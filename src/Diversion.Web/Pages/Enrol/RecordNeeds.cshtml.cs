using Diversion.Domain;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The needs behind the offending.</summary>
public sealed class RecordNeedsModel : EnrolmentPage
{
    [BindProperty]
    public List<string> Needs { get; set; } = [];

    public static IReadOnlyList<Choice> All { get; } =
        [.. Enum.GetValues<PathwayKind>().Select(need => new Choice($"{need}", Labels.Sentence(Words.Of(need))))];

    public Task<IActionResult> OnPostAsync()
    {
        var needs = ReadNeeds(Read, nameof(Needs), Needs);
        return Run(() => needs, needs.Needs.IsEmpty ? "No needs are recorded." : "The needs were saved.", Tasks);
    }

    internal static ReferralCommand.RecordNeeds ReadNeeds(FormReading read, string field, IEnumerable<string> chosen) =>
        new([.. chosen.Select(need => read.Choice<PathwayKind>(field, need, "needs from the list"))]);

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordNeeds>();

    protected override void Begin() => Needs = [.. (Agreement.Needs ?? []).Select(need => $"{need}")];
}
