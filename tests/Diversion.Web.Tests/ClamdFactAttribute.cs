namespace Diversion.Web.Tests;

/// <summary>Needs the virus scanner's own server. <c>./test</c> installs it where it can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClamdFactAttribute : FactAttribute
{
    public const string Program = "/usr/sbin/clamd";

    public ClamdFactAttribute()
    {
        if (!File.Exists(Program))
        {
            Skip = $"There is no {Program}. Install it: apt-get install clamav-daemon.";
        }
    }
}
