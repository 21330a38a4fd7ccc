using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.CaseFiles;

/// <summary>The file of a case as one document.</summary>
public abstract class CaseFilePage(CaseFileQuery files, CaseFileKind kind) : RecordPage
{
    public CaseFile Contents { get; private set; } = null!;

    /// <summary>The parts of the document, each with the id of its heading.</summary>
    public static IReadOnlyList<(string Id, string Title)> Parts { get; } =
    [
        ("basis", "Person, offence and basis"),
        ("agreement", "The agreement and its versions"),
        ("conditions", "Conditions"),
        ("failures", "Failures"),
        ("warnings", "Warnings"),
        ("answers", "What the person says"),
        ("evidence", "Evidence"),
        ("decisions", "Proposals and decisions"),
        ("contacts", "Who was told and written to"),
        ("papers", "Papers"),
        ("chronology", "Chronology"),
        ("victims", "Victims"),
    ];

    /// <summary>"4. Failures".</summary>
    public static string Heading(string id) =>
        Parts.Select((part, index) => (part, index)).Where(one => one.part.Id == id).Select(one => $"{one.index + 1}. {one.part.Title}").Single();

    public static string Name(CaseFileKind kind) => kind == CaseFileKind.Breach ? "Breach file" : "Completion file";

    /// <summary>Where the case stands, in the first lines.</summary>
    public static string Lead(CaseFile file) => file.Status switch
    {
        AgreementStatus.Completed =>
            $"The agreement was completed on {Diversion.Domain.Words.Date(WorkingCalendar.DateOf(file.EndedAt!.Value))}: each condition was kept, waived or replaced. No charge follows. The police record outcome {file.OutcomeCode}.",
        AgreementStatus.Breached =>
            $"A programme lead confirmed the breach. The case is back with the police for charge{(file.Basis.ChargeBy.Date is { } limit ? $". Proceedings must begin by {Diversion.Domain.Words.Date(limit)}" : "")}.",
        _ => "The breach is under review. A programme lead has not decided yet.",
    };

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var file = await files.Of(kind, Reference, AccessRequest, Cancellation);
        if (file is Reply<CaseFile>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Contents = ((Reply<CaseFile>.Given)file).Value;
        return null;
    }
}
