using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Figures;
using Diversion.Domain.Agreements;
using Diversion.Web.Parts;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Figures;

/// <summary>The programme's figures, each chart with its table.</summary>
public sealed class IndexModel(FiguresQuery query) : PortalPage
{
    /// <summary>More would make the page slow in a large force.</summary>
    private const int BusiestShown = 50;

    private static readonly LocalDatePattern ShortMonth = LocalDatePattern.CreateWithInvariantCulture("MMM");

    public ProgrammeFigures Numbers { get; private set; } = null!;

    /// <summary>"all" also shows key workers with fewer cases than the busiest.</summary>
    [FromQuery(Name = "workers")]
    public string? Workers { get; set; }

    public IReadOnlyList<WorkloadFigure> Workload => Workers == "all" ? Numbers.Workload : [.. Numbers.Workload.Take(BusiestShown)];

    /// <summary>Their cases can be read and passed on.</summary>
    public bool OpensWorkers => AccessPolicy.MaySeeInbox(By);

    public static IReadOnlyList<string> Endings { get; } = ["Completed", "Breached"];

    public static IReadOnlyList<string> Waits { get; } = ["Median", "Longest"];

    public int Running => Of(AgreementStatus.Active) + Of(AgreementStatus.BreachReview) + Of(AgreementStatus.Concluding);

    public int UnderReview => Of(AgreementStatus.BreachReview);

    public int Overdue => Numbers.Overdue.Where(step => step.Step > 0).Sum(step => step.Promises);

    public int Completed => Numbers.Months.Sum(month => month.Completed);

    public int Breached => Numbers.Months.Sum(month => month.Breached);

    public IReadOnlyList<ChartColumn> EndingColumns => [.. Numbers.Months.Select(month => new ChartColumn(Short(month), month.Completed, month.Breached))];

    public IReadOnlyList<ChartColumn> WaitColumns =>
        [.. Numbers.Months.Select(month => new ChartColumn(Short(month), Days(month.MedianToDecision), Days(month.LongestToDecision)))];

    public async Task<IActionResult> OnGetAsync() => Show(await query.Of(By, Cancellation), numbers => Numbers = numbers);

    public static string InDays(Duration? wait) => Days(wait) switch
    {
        < 1 => "Less than a day",
        1 => "1 day",
        var days => $"{days?.ToString("0.#", CultureInfo.InvariantCulture)} days",
    };

    private int Of(AgreementStatus status) => Numbers.ByStatus.Where(one => one.Status == status).Sum(one => one.People);

    private static string Short(MonthFigure month) => ShortMonth.Format(month.FirstDay);

    private static double? Days(Duration? wait) => wait is { } time ? Math.Round(time.TotalDays, 1) : null;
}
