using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Register;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.FollowUp;

/// <summary>Records an offence that the person committed after the allocation or the signing.</summary>
public sealed class RecordReoffenceModel(RegisterChoices choices) : ActionPage
{
    public static readonly IReadOnlyList<Choice> Outcomes = [.. Enum.GetValues<ReoffenceOutcome>().OrderBy(outcome => outcome == ReoffenceOutcome.Open).Select(outcome => new Choice($"{outcome}", Labels.Sentence(FollowUpWords.Of(outcome)), Hint(outcome)))];

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? Classification { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public TypedDate OutcomeDay { get; set; } = new();

    public override string Command => CommandCatalogue.NameOf<FollowUpCommand.RecordReoffence>();

    public override string Button => "Record the reoffence";

    public IReadOnlyList<Choice> Groups => choices.Offences(Now, null);

    public Task<IActionResult> OnPostAsync()
    {
        var source = Read.Text(nameof(Source), Source, "the source", 200);
        var day = Read.PastDate(nameof(Day), Day, "the day of the offence", Today);
        var classification = Read.OptionalText(nameof(Classification), Classification, "the classification", 20);
        var outcome = Read.Choice<ReoffenceOutcome>(nameof(Outcome), Outcome, "what came of it");
        var on = Read.OptionalDate(nameof(OutcomeDay), OutcomeDay, "the day of the outcome");
        return Run(
            () => new FollowUpCommand.RecordReoffence(source, day, outcome, on, classification, string.IsNullOrEmpty(Group) ? null : Group),
            "The reoffence was recorded.",
            static code => code switch
            {
                RefusalCode.ReoffenceBeforeStart => nameof(Day),
                RefusalCode.DateInFuture or RefusalCode.OutcomeBeforeOffence or RefusalCode.OutcomeIncomplete => nameof(OutcomeDay),
                RefusalCode.TextInvalid => nameof(Classification),
                RefusalCode.WordUnknown => nameof(Group),
                _ => null,
            });
    }

    private static string? Hint(ReoffenceOutcome outcome) => outcome switch
    {
        ReoffenceOutcome.Outcome22 or ReoffenceOutcome.CommunityResolution => "It counts in the second measure, not as a proven reoffence.",
        ReoffenceOutcome.NotProven => "Acquitted, discontinued, no further action.",
        _ => null,
    };
}
