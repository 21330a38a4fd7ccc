using Spectre.Console;

namespace Diversion.Local.Verbs;

/// <summary>Shows the progress of long work on a screen, but not in a log.</summary>
internal static class Counting
{
    private const int Every = 500;

    public static async Task<T> Show<T>(string what, Func<IProgress<long>, Task<T>> work)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return await work(new Silent());
        }

        return await Terminal.Error.Status().StartAsync($"{what} ...", status => work(new Shown(what, status)));
    }

    private sealed class Silent : IProgress<long>
    {
        public void Report(long value)
        {
        }
    }

    private sealed class Shown(string what, StatusContext status) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value % Every == 0)
            {
                status.Status($"{what}: {value:N0}");
            }
        }
    }
}
