namespace Diversion.Web.Pages.Workers;

/// <summary>How it went, in a sentence.</summary>
internal static class PassingOn
{
    public static string Result(int passed, int failed)
    {
        var done = passed == 1 ? "1 case was passed on." : $"{passed} cases were passed on.";
        return failed == 0 ? done : $"{done} {failed} could not be: ended or passed on by somebody else meanwhile, or shown below.";
    }
}
