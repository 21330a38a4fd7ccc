using Diversion.Domain.Complaints;
using Diversion.Domain.Telling;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Complaints;

/// <summary>What can be chosen about a complaint.</summary>
public static class ComplaintChoices
{
    /// <summary>How it was made.</summary>
    public static readonly IReadOnlyList<Choice> Ways =
    [
        new(nameof(AnsweredHow.InPerson), "In person"),
        new(nameof(AnsweredHow.Telephone), "By telephone"),
        new(nameof(AnsweredHow.Letter), "By letter"),
        new(nameof(AnsweredHow.Email), "By email"),
        new(nameof(AnsweredHow.Text), "By text message"),
        new(nameof(AnsweredHow.WebForm), "With a form on a web page"),
    ];

    /// <summary>How it was answered.</summary>
    public static readonly IReadOnlyList<Choice> Answers =
    [
        new(nameof(ToldHow.InPerson), "In person"),
        new(nameof(ToldHow.Telephone), "By telephone"),
        new(nameof(ToldHow.Letter), "By letter"),
        new(nameof(ToldHow.Email), "By email"),
        new(nameof(ToldHow.Text), "By text message"),
    ];

    public static readonly IReadOnlyList<Choice> Results =
    [
        new(nameof(ComplaintResult.Upheld), "Upheld", "What they complained of was wrong."),
        new(nameof(ComplaintResult.PartlyUpheld), "Partly upheld"),
        new(nameof(ComplaintResult.NotUpheld), "Not upheld"),
    ];
}
