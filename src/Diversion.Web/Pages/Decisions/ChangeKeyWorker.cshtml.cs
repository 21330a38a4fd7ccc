using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Workers;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Decisions;

/// <summary>Passes one case on to another key worker.</summary>
public sealed class ChangeKeyWorkerModel(WorkerChoices workers) : ActionPage
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<TermCommand.ChangeKeyWorker>();

    public override string Button => "Change the key worker";

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    public Task<IActionResult> OnPostAsync()
    {
        var worker = workers.Find(To);
        if (worker is null)
        {
            Read.Fault(nameof(To), FaultWording.Choose("the new key worker"));
        }

        var reason = Read.Text(nameof(Reason), Reason, "the reason", ChangePage.LongestReason);
        return Run(() => new TermCommand.ChangeKeyWorker(worker!) { Reason = reason }, "The key worker was changed.");
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        Workers.Select(choice => workers.Find(choice.Value)).FirstOrDefault(one => one is not null && one.Id != Agreement.KeyWorkerId) is { } somebody
            ? [(null, new TermCommand.ChangeKeyWorker(somebody))]
            : [];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        Workers = await workers.For(By, Cancellation);
        return null;
    }
}
