// The least that answers a call: what comes is added and goes back.
import { serve } from "./host.mjs";

serve(([id, left, right]) => [id, left + right]);
