using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Decisions;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Workers;

/// <summary>Arranges who covers one case while its key worker is away.</summary>
public sealed class CoverCaseModel(WorkerChoices workers) : ActionPage
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<TermCommand.CoverCase>();

    public override string Button => "Save the cover";

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    public Task<IActionResult> OnPostAsync()
    {
        var worker = workers.Find(To);
        if (worker is null)
        {
            Read.Fault(nameof(To), FaultWording.Choose("who covers"));
        }

        var until = Read.Date(nameof(Until), Until, "the last day of the cover");
        var reason = Read.Text(nameof(Reason), Reason, "the reason", ChangePage.LongestReason);
        return Run(() => new TermCommand.CoverCase(worker!, until) { Reason = reason }, "The cover was saved.", FieldOf);
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        Workers.Select(choice => workers.Find(choice.Value)).FirstOrDefault(one => one is not null) is { } somebody
            ? [(null, new TermCommand.CoverCase(somebody, Today.PlusDays(1)))]
            : [];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        Workers = await workers.For(By, Cancellation, except: Agreement.KeyWorkerId);
        return null;
    }

    private static string? FieldOf(string code) => code switch
    {
        RefusalCode.DateInPast or RefusalCode.ValueOutOfRange => nameof(Until),
        RefusalCode.CoverBySelf => nameof(To),
        _ => null,
    };
}
