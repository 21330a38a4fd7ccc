namespace Diversion.Web.Wording;

/// <summary>What is wrong with an answer, in the style of GOV.UK. A thing is named with its article: "the date of birth".</summary>
public static class FaultWording
{
    public static string Enter(string what) => $"Enter {what}";

    public static string Choose(string what) => $"Choose {what}";

    public static string TooLong(string what, int longest) => $"{Subject(what)} must be {longest:N0} characters or fewer";

    public static string TooShort(string what, int shortest) => $"{Subject(what)} must be {shortest:N0} characters or more";

    /// <param name="parts">"a year", "a day and a month".</param>
    public static string DateIncomplete(string what, string parts) => $"{Subject(what)} must include {parts}";

    public static string DateUnreal(string what) => $"{Subject(what)} must be a real date";

    public static string YearShort(string what) => $"Enter {what} again: the year must have four digits, like 1994";

    public static string DateInFuture(string what) => $"{Subject(what)} must be today or in the past";

    /// <param name="than">The earlier day, with its article: "the first day".</param>
    public static string DateTooEarly(string what, string than) => $"{Subject(what)} must not be before {than}";

    public static string TimeUnreal(string what) => $"{Subject(what)} must be a time, like 10:30am or 5pm";

    public const string EmailUnreal = "Enter an email address in the correct format, like name@example.com";

    public static string NotWhole(string what) => $"{Subject(what)} must be a whole number, like 18";

    public static string OutOfRange(string what, int least, int most) => $"{Subject(what)} must be between {least} and {most}";

    public static string NoNumber(string what) => $"{Subject(what)} must be a number, like 55 or 55.5";

    public static string NoAmount(string what) => $"{Subject(what)} must be an amount in pounds, like 55 or 55.50";

    public const string OrdersOrNone = "Choose the orders that apply, or “None of these”";

    public static string CaseExists(string reference) =>
        $"There is already a case with this custody reference: {reference}. Delete this draft, or correct the custody reference";

    public const string ActionGone =
        "It has been done already, its time has not come or is past, or it is for somebody else to do. Open the agreement to see its state and what you can do.";

    public const string MessageDealtWith =
        "The message has been sent, is being tried now, or a lead has dealt with it. Open the messages of the agreement to see its state.";

    public const string PersonMustAgree = "Tick the box to confirm that the person agreed. Talk to them first if they have not";

    public const string Confirm = "Tick the box to confirm that you have read it";

    public const string Unusable = "Check this answer: it could not be read";

    /// <summary>"the date of birth" begins a sentence as "Date of birth".</summary>
    private static string Subject(string what)
    {
        foreach (var article in (string[])["the ", "a ", "an "])
        {
            if (what.StartsWith(article, StringComparison.Ordinal))
            {
                return Labels.Sentence(what[article.Length..]);
            }
        }

        return Labels.Sentence(what);
    }
}
