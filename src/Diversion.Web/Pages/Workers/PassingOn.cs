namespace Diversion.Web.Pages.Workers;

/// <summary>The result, as a sentence.</summary>
internal static class PassingOn
{
    public static string Result(int passed, int failed, bool cover)
    {
        var what = cover ? "covered now" : "passed on";
        var done = passed == 1 ? $"1 case {(cover ? "is" : "was")} {what}." : $"{passed} cases {(cover ? "are" : "were")} {what}.";
        return failed == 0 ? done : $"{done} {failed} could not be. Somebody else passed them on, they ended, or they are still in the list below.";
    }
}
