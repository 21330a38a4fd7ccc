using Diversion.Casework.Access;
using Diversion.Casework.Documents;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Documents;
using Diversion.Domain.Telling;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Documents;

/// <summary>Puts a file into the papers of a case, from a computer or a telephone.</summary>
[RequestSizeLimit(SentFile.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.LargestRequest)]
public sealed class AddModel(DocumentKeeping keeping) : RecordPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Id of a condition; empty for the case as a whole.</summary>
    [BindProperty]
    public string? Condition { get; set; }

    [FromRoute(Name = "condition")]
    public string? GivenCondition { get; set; }

    [FromRoute(Name = "item")]
    public string? Item { get; set; }

    public bool IsPartner => AccessPolicy.IsPartner(By);

    public bool IsAboutGiven => GivenCondition is not null;

    public bool IsAboutCondition => Answered is null;

    /// <summary>What the address names: a condition; or, without one, what the person answers with the paper.</summary>
    public string About => Agreement.Conditions.FirstOrDefault(one => one.Id == GivenCondition)?.Title ?? (Answered is { } item && IsKnown ? NewsWords.AnsweredWith(item) : "");

    /// <summary>A warning, a proposed breach or a complaint, in the place of a condition.</summary>
    private string? Answered => GivenCondition is { } given && (PersonNews.Read(given) is not null || Complaint.NumberOf(given) is not null) ? given : null;

    private bool IsKnown => Agreement.News?.Any(news => news.Id == Answered) == true || Agreement.Complaints?.Any(complaint => complaint.Id == Answered) == true;

    public IReadOnlyList<Choice> Abouts => [.. Agreement.Conditions.Select(one => new Choice(one.Id, Labels.Sentence(one.Title)))];

    public string WhoSees => IsPartner ? "The key worker and their team see it. Partners see only what they added themselves."
        : Complaint.NumberOf(Answered ?? "") is not null
        ? "Those who supervise the case or answer complaints see it. Whoever the complaint is about does not. It is in no breach file or completion file."
        : PersonNews.Read(Answered ?? "") is { Kind: NewsKind.Warning }
        ? "The team on the case and sergeants see it. Police officers see it only if they added it. Providers never see it."
        : "The team on the case sees it. The police see it only if they added it, or if it is the signed agreement, a letter or a photo of work done. Providers never see it.";

    public Task<IActionResult> OnPostAsync()
    {
        var kind = Read.Choice<DocumentKind>(nameof(Kind), Kind, "what it is");
        var title = Read.OptionalText(nameof(Title), Title, "the title");
        var condition = GivenCondition ?? (string.IsNullOrEmpty(Condition) ? null : Condition);
        if (condition is null && IsPartner)
        {
            Read.Fault(nameof(Condition), FaultWording.Choose("the condition"));
        }

        if (Upload is null)
        {
            Read.Fault(nameof(Upload), "Choose a file");
        }
        else if (!ModelState.IsValid)
        {
            Read.Fault(nameof(Upload), "Choose the file again: a browser does not keep it");
        }

        return Run(Keep, "The paper was added.", Addresses.Documents(Reference), static code => IsOfFile(code) ? nameof(Upload) : null);

        async ValueTask<Outcome> Keep()
        {
            await using var content = Upload!.OpenReadStream();
            return await keeping.Keep(new AgreementId(Reference), new NewDocument(kind, title, Answered is null ? condition : null, Answered ?? Item), content, By, Now, FormKey, Cancellation);
        }
    }

    protected override ValueTask<IActionResult?> Prepare() =>
        new(OnlyFor<DocumentCommand.KeepDocument>() ?? (IsAboutGiven && About.Length == 0 ? NotFound() : null));

    private static bool IsOfFile(string code) => code.StartsWith("document-", StringComparison.Ordinal);
}
