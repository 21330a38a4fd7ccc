using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.BreachFiles;

/// <summary>What the police need for a decision on the charge, to be printed.</summary>
public sealed class IndexModel(BreachFileQuery files) : RecordPage
{
    public BreachFile Contents { get; private set; } = null!;

    /// <summary>The parts of the document, each with the id of its heading.</summary>
    public static IReadOnlyList<(string Id, string Title)> Parts { get; } =
    [
        ("basis", "Person, offence and basis"),
        ("agreement", "The agreement and its versions"),
        ("failures", "Failures"),
        ("warnings", "Warnings"),
        ("answers", "What the person says"),
        ("evidence", "Evidence"),
        ("decisions", "Proposals and decisions"),
        ("chronology", "Chronology"),
        ("victims", "Victims"),
    ];

    /// <summary>"3. Failures".</summary>
    public static string Heading(string id) =>
        Parts.Select((part, index) => (part, index)).Where(one => one.part.Id == id).Select(one => $"{one.index + 1}. {one.part.Title}").Single();

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var file = await files.Of(Reference, AccessRequest, Cancellation);
        if (file is Reply<BreachFile>.Refused { Refusal: var refusal })
        {
            return Refuse(refusal);
        }

        Contents = ((Reply<BreachFile>.Given)file).Value;
        return null;
    }
}
